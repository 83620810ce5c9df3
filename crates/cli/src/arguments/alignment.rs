//! `tandem alignment`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem alignment                            how well are both sides aligned, and by what least?
  tandem alignment --list acceptance          the leads behind a part
  tandem alignment --list kept_by_sales:of    and of what it is a share

The mean of the parts that there are, each with the same weight; docs/alignment.md says what each
part is and is not.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AlignmentArguments {
    /// The leads behind `acceptance`, `kept_by_marketing` or `kept_by_sales`; with `:of` after it,
    /// those of whom it is a share
    #[arg(long, value_name = "FIGURE")]
    pub(crate) list: Option<String>,
}
