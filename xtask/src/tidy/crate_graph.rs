//! What cargo says about crates: the workspace's own declarations, and the tree below one crate.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::command;
use crate::repository::Repository;

/// A crate of the workspace and what its manifest declares.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    manifest_path: String,
    pub(crate) dependencies: Vec<Declared>,
}

/// One declared dependency.
#[derive(Debug, Deserialize)]
pub(crate) struct Declared {
    pub(crate) name: String,
    /// `None` for a normal dependency, else `dev` or `build`.
    pub(crate) kind: Option<String>,
    /// The folder of a crate of ours.
    path: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

impl Package {
    /// The folder's name, which is the room's name; `xtask` has none.
    pub(crate) fn room(&self) -> Option<&str> {
        let mut steps = self.manifest_path.rsplit(['/', '\\']).skip(1);
        let room = steps.next()?;
        (steps.next()? == "crates").then_some(room)
    }
}

impl Declared {
    /// The room that the dependency is, if it is one of ours.
    pub(crate) fn room(&self) -> Option<&str> {
        self.path.as_deref()?.rsplit(['/', '\\']).next()
    }

    /// Whether only tests, examples and benchmarks see the dependency.
    pub(crate) fn is_dev(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

/// The workspace's crates.
pub(crate) fn workspace(repository: &Repository) -> Result<Vec<Package>> {
    let arguments = ["metadata", "--no-deps", "--format-version", "1"];
    let json = command::output_of(command::cargo(&repository.root).args(arguments))?;
    parse_metadata(&json)
}

/// Reads the output of `cargo metadata`.
pub(crate) fn parse_metadata(json: &str) -> Result<Vec<Package>> {
    let metadata: Metadata =
        serde_json::from_str(json).context("`cargo metadata` wrote something unexpected")?;
    Ok(metadata.packages)
}

/// One crate in the tree below another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) features: Vec<String>,
    /// The names from the tree's top to this crate, itself included.
    pub(crate) brought_by: Vec<String>,
}

/// The crates that a package links: normal dependencies, transitively, with the features that
/// they have when this package is built alone.
pub(crate) fn linked(repository: &Repository, package: &str) -> Result<Vec<Node>> {
    let arguments = ["tree", "--edges", "normal,no-proc-macro", "--prefix", "depth"];
    let tree = command::output_of(command::cargo(&repository.root).args(arguments).args([
        "--format",
        "{p}\t{f}",
        "--package",
        package,
    ]))?;
    parse_tree(&tree)
}

/// Reads `cargo tree --prefix depth --format '{p}\t{f}'`.
pub(crate) fn parse_tree(tree: &str) -> Result<Vec<Node>> {
    let mut above: Vec<String> = Vec::new();
    let mut nodes = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let depth: usize =
            line[..digits].parse().with_context(|| format!("no depth in `{line}`"))?;
        let (package, features) = line[digits..].split_once('\t').unwrap_or((&line[digits..], ""));
        let name = package.split(' ').next().unwrap_or(package).to_owned();
        above.truncate(depth);
        above.push(name.clone());
        let features = features.trim_end_matches("(*)").trim();
        nodes.push(Node {
            name,
            features: features
                .split(',')
                .filter(|one| !one.is_empty())
                .map(str::to_owned)
                .collect(),
            brought_by: above.clone(),
        });
    }
    Ok(nodes)
}

#[cfg(test)]
mod tests {
    use super::{parse_metadata, parse_tree};

    #[test]
    fn a_tree_tells_who_brings_a_crate_and_with_which_features() {
        let nodes = parse_tree(
            "0tandem-charter v0.1.0 (/x)\t\n1cel v0.15.0\t\n2uuid v1.29.1\tdefault,std\n\
             1jiff v0.2.43\talloc (*)\n",
        )
        .unwrap();
        assert_eq!(nodes[2].brought_by, ["tandem-charter", "cel", "uuid"]);
        assert_eq!(nodes[2].features, ["default", "std"]);
        assert_eq!(nodes[3].brought_by, ["tandem-charter", "jiff"]);
        assert_eq!(nodes[3].features, ["alloc"]);
    }

    #[test]
    fn a_room_is_named_by_its_folder() {
        let packages = parse_metadata(
            r#"{"packages": [{"name": "tandem-app", "manifest_path": "/x/crates/app/Cargo.toml",
                "dependencies": [{"name": "tandem-facts", "kind": "dev", "path": "/x/crates/facts"},
                                 {"name": "jiff", "kind": null}]}]}"#,
        )
        .unwrap();
        assert_eq!(packages[0].room(), Some("app"));
        assert_eq!(packages[0].dependencies[0].room(), Some("facts"));
        assert!(packages[0].dependencies[0].is_dev());
        assert_eq!(packages[0].dependencies[1].room(), None);
    }
}
