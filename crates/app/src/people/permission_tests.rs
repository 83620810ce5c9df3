//! The permissions table, cell by cell, and what must hold of it whatever it says.

use super::*;

/// The table as the page shows it.
fn table() -> String {
    let roles = Role::ALL.map(|role| format!("`{role}`")).join(" | ");
    let mut lines = vec![format!("| Permission | What it allows | {roles} |")];
    lines.push(format!("|{}", "---|".repeat(2 + Role::ALL.len())));
    for permission in Permission::ALL {
        let cell = |role: Role| if role.may(permission) { "yes" } else { "" };
        let cells = Role::ALL.map(cell).join(" | ");
        lines.push(format!("| `{permission}` | {} | {cells} |", permission.meaning()));
    }
    lines.join("\n")
}

fn may(role: Role) -> Vec<Permission> {
    role.permissions().iter().collect()
}

#[test]
fn the_page_says_of_every_cell_what_the_code_does() {
    let page = include_str!("../../../../docs/permissions.md");
    let start = page.find("| Permission |").expect("the page has the table");
    let shown = page[start..].split("\n\n").next().unwrap_or_default().trim_end();
    let (shown, table) = (shown.lines(), table());
    let differing: Vec<_> = shown.clone().zip(table.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(differing, [], "(the page, the code)");
    assert_eq!(shown.count(), table.lines().count(), "the code has:\n{table}");
}

#[test]
fn an_executive_reads_and_signs_as_sponsor_and_nothing_else() {
    let beyond: Vec<_> = may(Role::Executive).into_iter().filter(|one| !one.is_reading()).collect();
    assert_eq!(beyond, [Permission::Sign, Permission::MakeTokens]);
    assert!(!Role::Executive.may(Permission::ReadPersonal), "figures need no names");
}

#[test]
fn only_operations_and_administrators_keep_settings_and_everybody_reads_them() {
    for role in Role::ALL {
        let keeps = [Role::Administrator, Role::Operations].contains(&role);
        assert_eq!(role.may(Permission::EditSettings), keeps, "{role}");
        assert!(role.may(Permission::ReadSettings), "{role}");
    }
}

#[test]
fn whoever_may_sign_is_who_charters_can_ask_and_nobody_who_runs_tandem_can() {
    for role in Role::ALL {
        assert_eq!(role.may(Permission::Sign), role.signs_as().is_some(), "{role}");
    }
    for role in [Role::Administrator, Role::Operations] {
        assert!(!role.may(Permission::Sign), "{role} changes terms for nobody");
    }
}

#[test]
fn only_an_administrator_can_give_anybody_more_than_they_have() {
    let powers = [Permission::ManageUsers, Permission::ManageTokens, Permission::EditWorkspace];
    for role in Role::ALL {
        for power in powers {
            assert_eq!(role.may(power), role == Role::Administrator, "{role} {power}");
        }
    }
}

#[test]
fn an_administrator_says_nothing_of_leads_and_pay_in_the_name_of_a_side() {
    let of_the_sides = [
        Permission::RecordOnOwn,
        Permission::RecordOnAny,
        Permission::TakeLeads,
        Permission::AssignLeads,
        Permission::ReopenLeads,
        Permission::Propose,
        Permission::Comment,
        Permission::Sign,
        Permission::EditCampaigns,
    ];
    for permission in of_the_sides {
        assert!(!Role::Administrator.may(permission), "{permission}");
    }
}

#[test]
fn marketing_gives_no_verdict_and_sales_plans_no_campaign() {
    for role in [Role::Marketer, Role::MarketingHead] {
        assert!(!role.may(Permission::RecordOnOwn) && !role.may(Permission::RecordOnAny), "{role}");
    }
    for role in [Role::Sdr, Role::Rep, Role::SalesHead] {
        assert!(!role.may(Permission::EditCampaigns), "{role}");
    }
}

#[test]
fn a_head_may_do_everything_that_their_people_may() {
    for (head, people) in
        [(Role::MarketingHead, &[Role::Marketer][..]), (Role::SalesHead, &[Role::Sdr, Role::Rep])]
    {
        for one in people {
            let missing = one.permissions().without(head.permissions());
            assert!(missing.is_empty(), "{one} may {} and {head} not", missing.written());
        }
    }
}

#[test]
fn whoever_may_do_something_wider_may_do_the_narrower() {
    let pairs = [
        (Permission::RecordOnAny, Permission::RecordOnOwn),
        (Permission::AssignLeads, Permission::TakeLeads),
        (Permission::UndoImport, Permission::Import),
        (Permission::EditSettings, Permission::ReadSettings),
        (Permission::EditCampaigns, Permission::ReadCampaigns),
        (Permission::ManageUsers, Permission::ReadUsers),
        (Permission::ManageTokens, Permission::MakeTokens),
        (Permission::ResendNotices, Permission::ReadOperations),
        (Permission::ReadPersonal, Permission::ReadLeads),
        (Permission::RecordOnOwn, Permission::ReadPersonal),
        (Permission::ExportLeads, Permission::ReadPersonal),
        (Permission::Propose, Permission::Backtest),
        (Permission::Propose, Permission::Comment),
        (Permission::Sign, Permission::ReadCharters),
    ];
    for (wider, narrower) in pairs {
        for role in Role::ALL {
            assert!(!role.may(wider) || role.may(narrower), "{role}: {wider} without {narrower}");
        }
    }
}

#[test]
fn every_permission_is_somebodys_and_is_found_by_its_word() {
    assert!(Permission::ALL.len() <= 64, "a set has 64 bits");
    for permission in Permission::ALL {
        assert!(Role::ALL.iter().any(|role| role.may(permission)), "{permission}");
        assert_eq!(permission.word().parse(), Ok(permission));
    }
    let mut words = Permission::ALL.map(Permission::word);
    words.sort_unstable();
    assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "each word once");
}

#[test]
fn sets_are_written_in_words_and_read_back() {
    for role in Role::ALL {
        assert_eq!(Permissions::read(&role.permissions().written()), Ok(role.permissions()));
    }
    let rep = Role::Rep.permissions();
    let asked = Permissions::read("leads.read users.manage").unwrap();
    assert_eq!(asked.and(rep).written(), "leads.read");
    assert_eq!(asked.without(rep).written(), "users.manage");
    let unknown = Permissions::read("leads.read leads.steal").unwrap_err();
    assert_eq!(unknown, UnknownPermission("leads.steal".to_owned()));
}
