//! API tokens.

use super::{Firm, is_nowhere};
use app::AppError;
use app::people::{
    Actor, NewToken, PeopleError, Permission, Permissions, Role, Secret, SecretKind, UserChange,
};
use facts::Instant;
use store::ApiToken;
use testkit::On;

fn make(
    firm: &mut Firm,
    actor: &Actor,
    scope: &str,
    ends_at: Option<Instant>,
) -> Result<(ApiToken, Secret), AppError> {
    let (id, secret) = (firm.id(), firm.secret());
    let scope = Permissions::read(scope).unwrap();
    let new = NewToken { name: "Nightly report".to_owned(), scope, ends_at };
    let token = firm.engine.make_token(actor, &new, id, &secret, firm.now)?;
    Ok((token, secret))
}

fn who(firm: &Firm, secret: &Secret) -> Option<Actor> {
    firm.engine.of_token(secret, firm.now).unwrap().map(|recognised| recognised.actor)
}

fn a_token_acts_for_its_owner_with_its_scope_and_no_more(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    let (_, secret) = make(&mut firm, &rita, "leads.read figures.read", None).unwrap();
    let actor = who(&firm, &secret).unwrap();
    assert!(actor.is_token() && actor.handle == "rita");
    assert_eq!(actor.permissions.written(), "leads.read figures.read");
    let refused = actor.require(Permission::RecordOnOwn).unwrap_err();
    assert!(refused.to_string().contains("scope of this token"), "{refused}");
    let wide = make(&mut firm, &rita, "leads.read users.manage", None).unwrap_err();
    assert!(
        matches!(&wide, AppError::People(PeopleError::ScopeTooWide(beyond)) if beyond == "users.manage")
    );
    let empty = make(&mut firm, &rita, "", None).unwrap_err();
    assert!(matches!(empty, AppError::People(PeopleError::ScopeEmpty)), "{empty}");
    let of_token = make(&mut firm, &actor, "leads.read", None).unwrap_err();
    assert!(
        matches!(of_token, AppError::People(PeopleError::NotAllowed { .. })),
        "no token makes another"
    );
}

fn a_token_loses_what_its_owner_loses(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let otto = firm.hire(&ada, "otto", Role::Operations);
    let (_, secret) = make(&mut firm, &otto, "leads.read settings.edit", None).unwrap();
    let change = UserChange { role: Some(Role::Marketer), ..UserChange::default() };
    firm.engine.change_user(&ada, otto.user, &change, firm.now).unwrap();
    assert_eq!(who(&firm, &secret).unwrap().permissions.written(), "leads.read");
    let change = UserChange { is_active: Some(false), ..UserChange::default() };
    firm.engine.change_user(&ada, otto.user, &change, firm.now).unwrap();
    assert_eq!(who(&firm, &secret), None);
}

fn a_token_ends_when_it_is_revoked_or_its_time_is_over(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    let zoe = firm.hire(&ada, "zoe", Role::Rep);
    let (token, revoked) = make(&mut firm, &rita, "leads.read", None).unwrap();
    let end = Instant(firm.now.0 + Instant::PER_HOUR);
    let (_, short) = make(&mut firm, &rita, "leads.read", Some(end)).unwrap();
    let now = firm.now;
    let past = make(&mut firm, &rita, "leads.read", Some(now)).unwrap_err();
    assert!(matches!(past, AppError::People(PeopleError::EndInThePast(_))), "{past}");
    let hidden = firm.engine.revoke_token(&zoe, token.id, firm.now).unwrap_err();
    assert!(
        matches!(hidden, AppError::People(PeopleError::Unknown { .. })),
        "who may not see it learns nothing"
    );
    firm.engine.revoke_token(&rita, token.id, firm.now).unwrap();
    assert_eq!(who(&firm, &revoked), None);
    assert!(who(&firm, &short).is_some());
    firm.pass(1);
    assert_eq!(who(&firm, &short), None);
    let trail = firm.trail();
    assert_eq!(trail.last().unwrap(), "rita token.revoked");
    let own = firm.engine.tokens(&rita, false, None, 10).unwrap();
    assert_eq!(own.len(), 2, "what was is still shown");
    assert!(firm.engine.tokens(&rita, true, None, 10).is_err());
    assert_eq!(firm.engine.tokens(&ada, true, None, 10).unwrap().len(), 2);
}

fn a_user_has_fifty_tokens_at_most(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let mut last = None;
    for _ in 0..50 {
        last = Some(make(&mut firm, &ada, "leads.read", None).unwrap().0);
    }
    let refused = make(&mut firm, &ada, "leads.read", None).unwrap_err().to_string();
    assert!(refused.contains("50 tokens") && refused.contains("revoke one"), "{refused}");
    firm.engine.revoke_token(&ada, last.unwrap().id, firm.now).unwrap();
    assert!(make(&mut firm, &ada, "leads.read", None).is_ok());
}

#[test]
fn no_token_is_anywhere_in_the_file() {
    let mut firm = Firm::on(On::Sqlite);
    let ada = firm.administrator();
    let (_, secret) = make(&mut firm, &ada, "leads.read", None).unwrap();
    is_nowhere(&firm, &secret, SecretKind::Token);
}

testkit::on_both!(
    a_token_acts_for_its_owner_with_its_scope_and_no_more,
    a_token_loses_what_its_owner_loses,
    a_token_ends_when_it_is_revoked_or_its_time_is_over,
    a_user_has_fifty_tokens_at_most,
);
