//! The first setup, and invitations.

use super::{Firm, new};
use app::AppError;
use app::people::{PeopleError, Permission, Role};
use testkit::On;

fn the_setup_link_makes_one_administrator_and_works_once(on: On) {
    let mut firm = Firm::on(on);
    assert!(firm.engine.is_unclaimed().unwrap());
    let (link, id, other, secret, wrong) =
        (firm.id(), firm.id(), firm.id(), firm.secret(), firm.secret());
    firm.engine.make_setup_link(link, &secret, firm.now).unwrap();
    let refused = firm.engine.set_up(&wrong, id, &new("eve"), firm.now).unwrap_err();
    assert!(matches!(refused, AppError::People(PeopleError::LinkGone)), "{refused}");
    let user = firm.engine.set_up(&secret, id, &new("ada"), firm.now).unwrap();
    assert_eq!((user.role.as_str(), user.handle.as_str()), ("administrator", "ada"));
    assert!(!firm.engine.is_unclaimed().unwrap());
    let again = firm.engine.set_up(&secret, other, &new("eve"), firm.now).unwrap_err();
    assert!(matches!(again, AppError::People(PeopleError::SetUpAlready)), "{again}");
    let link = firm.engine.make_setup_link(link, &wrong, firm.now).unwrap_err();
    assert!(matches!(link, AppError::People(PeopleError::SetUpAlready)), "{link}");
    assert_eq!(firm.trail(), ["ada workspace.set_up"]);
}

fn a_setup_link_is_worth_nothing_after_a_day_and_once_another_was_made(on: On) {
    let mut firm = Firm::on(on);
    let (one, two, id, first, second) =
        (firm.id(), firm.id(), firm.id(), firm.secret(), firm.secret());
    firm.engine.make_setup_link(one, &first, firm.now).unwrap();
    firm.engine.make_setup_link(two, &second, firm.now).unwrap();
    assert!(firm.engine.set_up(&first, id, &new("ada"), firm.now).is_err());
    firm.pass(24);
    assert!(firm.engine.set_up(&second, id, &new("ada"), firm.now).is_err());
    assert!(firm.engine.is_unclaimed().unwrap());
}

fn an_invitation_gives_the_role_that_the_administrator_chose_and_works_once(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let secret = firm.invite(&ada, "rita", Role::Rep).unwrap();
    let seen = firm.engine.invitation(&secret, firm.now).unwrap();
    assert_eq!((seen.email.as_str(), seen.role.as_str()), ("rita@example.com", "rep"));
    let (id, other) = (firm.id(), firm.id());
    let mut rita = new("rita");
    rita.email = "eve@example.com".to_owned();
    let user = firm.engine.accept_invitation(&secret, id, &rita, firm.now).unwrap();
    assert_eq!(user.email, "rita@example.com", "the address is that of the invitation");
    let again = firm.engine.accept_invitation(&secret, other, &new("eve"), firm.now).unwrap_err();
    assert!(matches!(again, AppError::People(PeopleError::LinkGone)), "{again}");
    let trail = firm.trail();
    assert_eq!(&trail[2..], ["ada invitation.made", "rita user.joined"]);
}

fn a_newer_invitation_takes_the_place_of_the_one_before_and_one_can_be_withdrawn(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let first = firm.invite(&ada, "rita", Role::Rep).unwrap();
    let second = firm.invite(&ada, "rita", Role::Sdr).unwrap();
    assert!(firm.engine.invitation(&first, firm.now).is_err());
    let open = firm.engine.invitations(&ada, None, 10, firm.now).unwrap();
    assert_eq!(open.iter().map(|link| link.role.as_str()).collect::<Vec<_>>(), ["sdr"]);
    firm.engine.withdraw_invitation(&ada, open[0].id, firm.now).unwrap();
    assert!(firm.engine.invitation(&second, firm.now).is_err());
    assert!(firm.engine.invitations(&ada, None, 10, firm.now).unwrap().is_empty());
    let again = firm.engine.withdraw_invitation(&ada, open[0].id, firm.now).unwrap_err();
    assert!(matches!(again, AppError::People(PeopleError::LinkGone)), "{again}");
    let third = firm.invite(&ada, "rita", Role::Rep).unwrap();
    firm.pass(7 * 24);
    assert!(firm.engine.invitation(&third, firm.now).is_err(), "it works for a week");
}

fn only_administrators_invite_and_nobody_is_invited_twice(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
        let actor = firm.hire(&ada, role.word(), role);
        let refused = firm.invite(&actor, "friend", Role::Administrator).unwrap_err();
        let expected = Permission::ManageUsers;
        assert!(
            matches!(refused, AppError::People(PeopleError::NotAllowed { permission, .. }) if permission == expected),
            "{role}: {refused}"
        );
    }
    let taken = firm.invite(&ada, "rep", Role::Rep).unwrap_err();
    assert!(
        matches!(taken, AppError::People(PeopleError::Taken { what: "mail address", .. })),
        "{taken}"
    );
}

fn a_handle_that_is_not_said_comes_from_the_mail_address_and_is_nobody_elses(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let (mut handles, domains) = (Vec::new(), ["example.com", "example.org", "example.net"]);
    for domain in domains {
        let (id, link, secret) = (firm.id(), firm.id(), firm.secret());
        let email = format!("rita@{domain}");
        let invitation =
            app::people::Invitation { email, name: "Rita Example".to_owned(), role: Role::Rep };
        firm.engine.invite(&ada, &invitation, link, &secret, firm.now).unwrap();
        let mut rita = new("rita");
        rita.handle = None;
        handles.push(firm.engine.accept_invitation(&secret, id, &rita, firm.now).unwrap().handle);
    }
    assert_eq!(handles, ["rita", "rita-2", "rita-3"]);
    let secret = firm.invite(&ada, "otto", Role::Rep).unwrap();
    let id = firm.id();
    let refused = firm.engine.accept_invitation(&secret, id, &new("rita"), firm.now).unwrap_err();
    assert!(
        matches!(refused, AppError::People(PeopleError::Taken { what: "handle", .. })),
        "{refused}"
    );
    let user = firm.engine.accept_invitation(&secret, id, &new("otto"), firm.now);
    assert!(user.is_ok(), "what was refused did not use the link up");
}

testkit::on_both!(
    the_setup_link_makes_one_administrator_and_works_once,
    a_setup_link_is_worth_nothing_after_a_day_and_once_another_was_made,
    an_invitation_gives_the_role_that_the_administrator_chose_and_works_once,
    a_newer_invitation_takes_the_place_of_the_one_before_and_one_can_be_withdrawn,
    only_administrators_invite_and_nobody_is_invited_twice,
    a_handle_that_is_not_said_comes_from_the_mail_address_and_is_nobody_elses,
);
