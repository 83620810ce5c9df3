//! `tandem leads` and `tandem why`

use clap::Args;

const LEADS: &str = "\
Examples:
  tandem leads --open                                    who waits for somebody
  tandem leads --stage mql --where lead.source=webinar
  tandem leads --where account.territory=dach --limit 10
  tandem leads --open --persona economic_buyer           those who sign, of whom the charter knows
  tandem leads --text acme                               by name, company or address";

const WHY: &str = "\
Examples:
  tandem why ann@acme.example        by address, or by what another system calls it
  tandem why crm.lead:00Q5e000001    where several systems use the same name
  tandem why 0c4m9x2k7v1t8           by id";

#[derive(Args, Debug)]
#[command(after_help = LEADS)]
pub(crate) struct LeadsArguments {
    /// Only in this stage, by id
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// Only those that wait for somebody
    #[arg(long)]
    pub(crate) open: bool,
    /// Only those of whom this is known
    #[arg(long = "where", value_name = "TRAIT=VALUE", value_parser = pair)]
    pub(crate) trait_is: Option<(String, String)>,
    /// Only of this persona, by id: the first of the charter whose rule holds
    #[arg(long, value_name = "PERSONA")]
    pub(crate) persona: Option<String>,
    /// Only of this business unit, by id
    #[arg(long, value_name = "UNIT")]
    pub(crate) unit: Option<String>,
    /// Only with this motion, by id: how the current pass, or the last one, began
    #[arg(long, value_name = "MOTION")]
    pub(crate) motion: Option<String>,
    /// Only in this pipeline, by id
    #[arg(long, value_name = "PIPELINE")]
    pub(crate) pipeline: Option<String>,
    /// Only those with a name or an identifier that contains this
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    /// At most so many, up to 1000
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) limit: u32,
}

#[derive(Args, Debug)]
#[command(after_help = WHY)]
pub(crate) struct WhyArguments {
    /// Its id, what another system calls it, or part of its name or address
    pub(crate) lead: String,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write it like lead.source=webinar")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
