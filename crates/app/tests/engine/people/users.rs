//! Changing and deactivating users.

use super::Firm;
use app::AppError;
use app::people::{PeopleError, Role, UserChange};
use testkit::On;

fn role(role: Role) -> UserChange {
    UserChange { role: Some(role), ..UserChange::default() }
}

fn active(is_active: bool) -> UserChange {
    UserChange { is_active: Some(is_active), ..UserChange::default() }
}

fn whoever_is_deactivated_is_out_at_once_and_back_when_reactivated(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    let session = firm.sign_in("rita@example.com", super::PASSWORD, "192.0.2.1").unwrap();
    firm.engine.change_user(&ada, rita.user, &active(false), firm.now).unwrap();
    assert!(firm.recognise(&session).is_none());
    let refused = firm.sign_in("rita@example.com", super::PASSWORD, "192.0.2.1").unwrap_err();
    assert!(matches!(refused, AppError::People(PeopleError::WrongPassword)), "{refused}");
    firm.engine.change_user(&ada, rita.user, &active(true), firm.now).unwrap();
    assert!(firm.recognise(&session).is_none(), "the old session is gone for good");
    assert!(firm.sign_in("rita@example.com", super::PASSWORD, "192.0.2.1").is_ok());
    let trail = firm.trail();
    let changes: Vec<_> = trail.iter().filter(|line| line.starts_with("ada user.")).collect();
    assert_eq!(changes, ["ada user.deactivated", "ada user.reactivated"]);
}

fn a_change_of_role_says_before_and_after_and_holds_at_once(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    firm.engine.change_user(&ada, rita.user, &role(Role::SalesHead), firm.now).unwrap();
    let (before, after) = firm.last_change();
    assert!(before.contains(r#""role":"rep""#) && after.contains(r#""role":"sales_head""#));
    let session = firm.sign_in("rita@example.com", super::PASSWORD, "192.0.2.1").unwrap();
    assert_eq!(firm.recognise(&session).unwrap().role, Role::SalesHead);
    let entries = firm.trail().len();
    firm.engine.change_user(&ada, rita.user, &role(Role::SalesHead), firm.now).unwrap();
    assert_eq!(firm.trail().len(), entries, "what changes nothing is not noted");
}

fn the_last_administrator_stays_one(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    for change in [role(Role::Operations), active(false)] {
        let refused = firm.engine.change_user(&ada, ada.user, &change, firm.now).unwrap_err();
        assert!(matches!(refused, AppError::People(PeopleError::LastAdministrator)), "{refused}");
    }
    firm.hire(&ada, "otto", Role::Administrator);
    assert!(firm.engine.change_user(&ada, ada.user, &active(false), firm.now).is_ok());
}

fn only_administrators_change_users_not_even_themselves(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let otto = firm.hire(&ada, "otto", Role::Operations);
    let change = role(Role::Administrator);
    let refused = firm.engine.change_user(&otto, otto.user, &change, firm.now).unwrap_err();
    assert!(matches!(refused, AppError::People(PeopleError::NotAllowed { .. })), "{refused}");
    assert_eq!(firm.engine.user(&ada, otto.user).unwrap().user.role, "operations");
}

fn handles_and_addresses_stay_unique(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    for change in [
        UserChange { handle: Some("ada".to_owned()), ..UserChange::default() },
        UserChange { email: Some("ADA@example.com".to_owned()), ..UserChange::default() },
    ] {
        let refused = firm.engine.change_user(&ada, rita.user, &change, firm.now).unwrap_err();
        assert!(matches!(refused, AppError::People(PeopleError::Taken { .. })), "{refused}");
    }
    let change = UserChange {
        handle: Some("Rita E.".to_owned()),
        email: Some("rita.e@example.com".to_owned()),
        name: Some("Rita E. Example".to_owned()),
        ..UserChange::default()
    };
    let after = firm.engine.change_user(&ada, rita.user, &change, firm.now).unwrap();
    assert_eq!((after.handle.as_str(), after.email.as_str()), ("Rita E.", "rita.e@example.com"));
}

fn users_are_listed_in_order_page_by_page(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    for handle in ["zoe", "ben", "rita"] {
        firm.hire(&ada, handle, Role::Marketer);
    }
    let page = |after: &str| {
        let users = firm.engine.users(&ada, after, 2).unwrap();
        users.into_iter().map(|one| one.user.handle).collect::<Vec<_>>()
    };
    assert_eq!(page(""), ["ada", "ben"]);
    assert_eq!(page("ben"), ["rita", "zoe"]);
    assert!(page("zoe").is_empty());
}

testkit::on_both!(
    whoever_is_deactivated_is_out_at_once_and_back_when_reactivated,
    a_change_of_role_says_before_and_after_and_holds_at_once,
    the_last_administrator_stays_one,
    only_administrators_change_users_not_even_themselves,
    handles_and_addresses_stay_unique,
    users_are_listed_in_order_page_by_page,
);
