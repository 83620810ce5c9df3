//! `/api/v1/imports`.

use crate::house::{Answer, House, NOW};
use app::people::Role;
use app::{Engine, ImportDesk};
use axum::body::Body;
use axum::http::{Request, header};
use facts::Instant;
use serde_json::{Value, json};
use std::time::Duration;

const OPS: Option<Role> = Some(Role::Operations);
const MAPPING: &str = r#"
[mapping]
name = "fair"
timezone = "Europe/Berlin"

[[file]]
path = "leads.csv"
dated = "seen"
times = { seen = "%Y-%m-%d %H:%M" }

[[file.subject]]
kind = "person"
id = { namespace = "fair.lead", column = "id" }
personal = { name = "name", email = "email" }

[file.subject.traits]
"lead.source" = { column = "source" }

[[file.subject.fact]]
kind = "touch"
name = { column = "did", map = { demo = "form.demo_request", prices = "page.pricing" } }
"#;
const LEADS: &str = "\
id,name,email,seen,source,did
F1,Ann Arbor,ann@acme.example,2026-08-02 10:00,fair,demo
F2,Bo Birch,bo@birch.example,2026-08-03 11:30,fair,prices
F3,Cy Cedar,cy@cedar.example,soon,fair,demo
";

pub(crate) async fn put_file(
    house: &House,
    role: Option<Role>,
    id: u64,
    name: &str,
    text: &str,
) -> Answer {
    let request = Request::put(format!("/api/v1/imports/{id}/files/{name}"));
    let request = request.header(header::CONTENT_TYPE, "application/octet-stream");
    house.send(role, request.body(Body::from(text.to_owned())).unwrap()).await
}

async fn open(house: &House) -> u64 {
    let opened = house.post(OPS, "/api/v1/imports", &json!({})).await;
    assert_eq!(opened.status.as_u16(), 201, "{}", opened.text);
    opened.body["id"].as_u64().unwrap()
}

/// With its file and its mapping, ready to be run.
pub(crate) async fn ready(house: &House, leads: &str) -> u64 {
    let id = open(house).await;
    assert_eq!(put_file(house, OPS, id, "leads.csv", leads).await.status.as_u16(), 200);
    let address = format!("/api/v1/imports/{id}/mapping");
    let put = house.put(OPS, &address, &json!({ "text": MAPPING })).await;
    assert_eq!((put.status.as_u16(), &put.body["mapping"]), (200, &json!("fair")), "{}", put.text);
    id
}

/// Runs it to its end.
pub(crate) async fn run(house: &House, id: u64) -> Value {
    let begun = house.post(OPS, &format!("/api/v1/imports/{id}/runs"), &json!({})).await;
    assert_eq!(begun.status.as_u16(), 202, "{}", begun.text);
    for _ in 0..1_000 {
        let import = house.get(OPS, &format!("/api/v1/imports/{id}")).await.body;
        if import["state"] != "running" {
            return import;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_become_leads_and_what_cannot_be_read_comes_back_as_a_file() {
    let house = House::with_leads(2);
    let mut listens = house.served.listen();
    let id = ready(&house, LEADS).await;
    let done = run(&house, id).await;
    assert_eq!(done["state"], "done", "{done}");
    assert_eq!(done["files"], json!([]), "what is recorded is not kept as a file");
    let file = &done["report"]["files"][0];
    assert_eq!((&file["rows_read"], &file["rows_rejected"]), (&json!(3), &json!(1)));
    assert_eq!(done["report"]["leads_new"], 2);
    assert_eq!(file["rejects"][0]["column"], "seen");
    assert_eq!(listens.recv().await.unwrap(), server::News::Import(id));
    let found = house.get(OPS, "/api/v1/leads?text=Ann%20Arbor").await.body;
    assert_eq!(found["leads"][0]["stage"]["id"], "mql", "{found}");
    let rejects = format!("/api/v1/imports/{id}/rejects/leads.csv");
    let rejects = house.get(OPS, &rejects).await;
    assert!(rejects.kind.starts_with("text/csv"), "{}", rejects.kind);
    assert!(rejects.text.contains("F3,Cy Cedar") && !rejects.text.contains("Ann"));
    let trail = house.get(Some(Role::Administrator), "/api/v1/audit?what=import").await.body;
    assert_eq!(trail["changes"].as_array().map(Vec::len), Some(1), "{trail}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn importing_the_same_again_changes_nothing() {
    let house = House::with_leads(2);
    let once = ready(&house, LEADS).await;
    let new = run(&house, once).await["report"]["files"][0]["facts_new"].as_u64().unwrap();
    assert!(new > 0);
    let twice = ready(&house, LEADS).await;
    let report = run(&house, twice).await["report"].clone();
    let file = &report["files"][0];
    assert_eq!((&file["facts_new"], &file["facts_known"]), (&json!(0), &json!(new)));
    assert_eq!(report["leads_new"], 0);
    let list = house.get(OPS, "/api/v1/imports?limit=1").await.body;
    assert_eq!(list["imports"][0]["id"], twice);
    let next = list["next_cursor"].as_str().unwrap();
    let rest = house.get(OPS, &format!("/api/v1/imports?cursor={next}")).await.body;
    assert_eq!(rest["imports"][0]["id"], once);
    assert_eq!(rest["next_cursor"], Value::Null);
}

#[tokio::test]
async fn a_preview_says_what_would_happen_and_records_nothing() {
    let house = House::with_leads(2);
    let id = ready(&house, LEADS).await;
    let preview = house.post(OPS, &format!("/api/v1/imports/{id}/previews"), &json!({})).await;
    assert_eq!(preview.status.as_u16(), 200, "{}", preview.text);
    let preview = preview.body;
    assert_eq!(preview["report"]["leads_new"], 2);
    assert_eq!(preview["report"]["files"][0]["rows_rejected"], 1);
    let row = &preview["rows"][0];
    assert_eq!((&row["file"], &row["line"]), (&json!("leads.csv"), &json!(2)));
    assert_eq!(row["subjects"][0]["id"], "fair.lead:F1");
    let facts = row["subjects"][0]["facts"].as_array().unwrap();
    assert!(facts.iter().any(|fact| fact["name"] == "form.demo_request"), "{facts:?}");
    let found = house.get(OPS, "/api/v1/leads?text=Ann%20Arbor").await.body;
    assert_eq!(found["leads"], json!([]));
    let import = house.get(OPS, &format!("/api/v1/imports/{id}")).await.body;
    assert_eq!(import["state"], "open");
}

#[tokio::test]
async fn a_mapping_is_suggested_with_samples_and_can_be_used_as_it_is() {
    let house = House::with_leads(2);
    let id = open(&house).await;
    put_file(
        &house,
        OPS,
        id,
        "Leads%20(1).csv",
        "Lead ID,Email,Created Date,Lead Source\n\
        L1,ann@acme.example,2026-03-01,Web\nL2,bo@birch.example,2026-03-02,Fair\n",
    )
    .await;
    let address = format!("/api/v1/imports/{id}/suggestions");
    let found = house.post(OPS, &address, &json!({ "zone": "Europe/Paris" })).await;
    assert_eq!(found.status.as_u16(), 200, "{}", found.text);
    let file = &found.body["files"][0];
    assert_eq!((&file["is_read"], &file["rows"]), (&json!(true), &json!(2)));
    assert_eq!(file["columns"][3], json!({ "name": "Lead Source", "samples": ["Web", "Fair"] }));
    let mapping = found.body["mapping"].as_str().unwrap();
    assert!(mapping.contains("Europe/Paris"));
    let address = format!("/api/v1/imports/{id}/mapping");
    let put = house.put(OPS, &address, &json!({ "text": mapping })).await;
    assert_eq!(put.status.as_u16(), 200, "{}", put.text);
    assert_eq!(house.get(OPS, &address).await.body["text"], mapping);
    let preview = house.post(OPS, &format!("/api/v1/imports/{id}/previews"), &json!({})).await;
    assert_eq!(preview.body["report"]["leads_new"], 2, "{}", preview.text);
}

#[tokio::test]
async fn only_operations_and_administrators_import() {
    let house = House::with_leads(2);
    let id = open(&house).await;
    for role in [Role::Marketer, Role::SalesHead, Role::Rep, Role::Executive] {
        let role = Some(role);
        for address in ["/api/v1/imports".to_owned(), format!("/api/v1/imports/{id}")] {
            assert_eq!(house.get(role, &address).await.status.as_u16(), 403, "{role:?}");
        }
        assert_eq!(put_file(&house, role, id, "a.csv", "id\n1\n").await.status.as_u16(), 403);
        for what in ["runs", "previews", "suggestions", "retractions"] {
            let address = format!("/api/v1/imports/{id}/{what}");
            assert_eq!(house.post(role, &address, &json!({})).await.status.as_u16(), 403, "{what}");
        }
    }
    assert_eq!(house.get(None, "/api/v1/imports").await.status.as_u16(), 401);
    let admin = house.get(Some(Role::Administrator), "/api/v1/imports").await;
    assert_eq!(admin.status.as_u16(), 200, "who sets Tandem up brings the first data in");
}

#[tokio::test]
async fn names_of_files_are_never_paths() {
    let house = House::with_leads(2);
    let id = open(&house).await;
    for name in ["..", "..%2F..%2Fleads.csv", ".hidden", "%2Fetc%2Fpasswd", "a%5Cb", "a%00b"] {
        let answer = put_file(&house, OPS, id, name, "id\n1\n").await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (422, &json!("file_name")));
    }
    let outside = MAPPING.replace("leads.csv", "../../ledger.db");
    let address = format!("/api/v1/imports/{id}/mapping");
    let put = house.put(OPS, &address, &json!({ "text": outside })).await;
    assert_eq!((put.status.as_u16(), &put.body["code"]), (422, &json!("mapping_not_sound")));
    assert!(put.body["places"][0]["at"].as_str().unwrap().starts_with("line "), "{}", put.text);
    let rejects = format!("/api/v1/imports/{id}/rejects/..%2Fimport.json");
    assert_eq!(house.get(OPS, &rejects).await.status.as_u16(), 404);
    let uploads = std::fs::read_dir(house.folder.path().join("uploads/1/files")).unwrap();
    assert_eq!(uploads.count(), 0, "nothing of what was refused stays");
}

#[tokio::test]
async fn what_is_not_ready_or_does_not_fit_is_refused_and_says_what_to_do() {
    let house = House::with_leads(2);
    let id = open(&house).await;
    let run = format!("/api/v1/imports/{id}/runs");
    assert_eq!(house.post(OPS, &run, &json!({})).await.body["code"], "no_files");
    put_file(&house, OPS, id, "leads.csv", "id,name\nF1,Ann\n").await;
    assert_eq!(house.post(OPS, &run, &json!({})).await.body["code"], "no_mapping");
    let address = format!("/api/v1/imports/{id}/mapping");
    house.put(OPS, &address, &json!({ "text": MAPPING })).await;
    let preview = house.post(OPS, &format!("/api/v1/imports/{id}/previews"), &json!({})).await;
    assert_eq!(preview.status.as_u16(), 422, "{}", preview.text);
    assert_eq!(preview.body["code"], "files_do_not_fit");
    assert!(preview.text.contains("leads.csv"), "{}", preview.text);
    let when = house.post(OPS, &run, &json!({ "as_of": "yesterday" })).await;
    assert_eq!(when.body["places"][0]["at"], "/as_of");
    assert_eq!(house.get(OPS, "/api/v1/imports/77").await.body["code"], "unknown_import");
    let gone = Request::delete(format!("/api/v1/imports/{id}")).body(Body::empty()).unwrap();
    assert_eq!(house.send(OPS, gone).await.status.as_u16(), 204);
    assert_eq!(house.post(OPS, &run, &json!({})).await.body["code"], "unknown_import");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_import_runs_at_a_time() {
    let house = House::with_leads(2);
    let rows = |from: u32| -> String {
        let rows = (from..from + 3_000)
            .map(|row| format!("F{row},N{row},n{row}@acme.example,2026-08-02 10:00,fair,demo\n"));
        std::iter::once("id,name,email,seen,source,did\n".to_owned()).chain(rows).collect()
    };
    let (one, other) = (ready(&house, &rows(0)).await, ready(&house, &rows(5_000)).await);
    let begun = house.post(OPS, &format!("/api/v1/imports/{one}/runs"), &json!({})).await;
    assert_eq!((begun.status.as_u16(), &begun.body["state"]), (202, &json!("running")));
    let refused = house.post(OPS, &format!("/api/v1/imports/{other}/runs"), &json!({})).await;
    assert_eq!((refused.status.as_u16(), &refused.body["code"]), (409, &json!("import_running")));
    let again = house.post(OPS, &format!("/api/v1/imports/{one}/runs"), &json!({})).await;
    assert_eq!(again.status.as_u16(), 409, "{}", again.text);
    let late = put_file(&house, OPS, one, "late.csv", "id\n1\n").await;
    assert_eq!(late.body["code"], "import_not_open");
    loop {
        let import = house.get(OPS, &format!("/api/v1/imports/{one}")).await.body;
        if import["state"] == "done" {
            assert_eq!(import["report"]["leads_new"], 3_000);
            break;
        }
        assert_eq!(import["state"], "running", "{import}");
        assert!(import["progress"].is_object());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(run(&house, other).await["report"]["leads_new"], 3_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_that_a_stopped_server_left_is_broken_off_and_run_again() {
    let house = House::with_leads(2);
    let id = ready(&house, LEADS).await;
    // As a server leaves it that is killed: some of it recorded, and `running` on the disk.
    let uploads = house.folder.path().join("uploads");
    let manifest = uploads.join(id.to_string()).join("import.json");
    let text = std::fs::read_to_string(&manifest).unwrap().replace("\"open\"", "\"running\"");
    std::fs::write(&manifest, text).unwrap();
    let half = LEADS.lines().take(2).fold(String::new(), |text, line| text + line + "\n");
    let folder = house.folder.path().join("half");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("leads.csv"), half).unwrap();
    let mapping = connect::Mapping::read(MAPPING).unwrap();
    let import = app::Import {
        mapping: &mapping,
        folder: &folder,
        rejects: None,
        partial: true,
        dry_run: false,
        as_of: None,
        rows_max: app::Import::ROWS_MAX,
    };
    let mut engine = Engine::open(house.folder.path().join("ledger.db").as_path()).unwrap();
    let now = Instant::parse(NOW).unwrap();
    let begun = engine.import(&import, now, &mut |_| {}).unwrap().counts().facts_new;
    drop(engine);
    let desk = std::sync::Arc::new(ImportDesk::open(uploads).unwrap());
    let house = house.with_desk(desk);
    let left = house.get(OPS, &format!("/api/v1/imports/{id}")).await.body;
    assert_eq!(left["state"], "broken_off", "{left}");
    let done = run(&house, id).await;
    let file = &done["report"]["files"][0];
    assert_eq!(file["facts_known"], begun, "{done}");
    assert!(file["facts_new"].as_u64() > Some(0));
    assert_eq!(done["report"]["leads_new"], 1, "only who was not recorded yet is new");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_is_taken_back_after_a_preview_and_comes_back_when_it_is_imported_again() {
    let house = House::with_leads(2);
    let id = ready(&house, LEADS).await;
    let retractions = format!("/api/v1/imports/{id}/retractions");
    let early = house.post(OPS, &retractions, &json!({})).await;
    assert_eq!((early.status.as_u16(), &early.body["code"]), (409, &json!("import_not_done")));
    let facts = run(&house, id).await["report"]["files"][0]["facts_new"].clone();
    let found =
        async || house.get(OPS, "/api/v1/leads?text=Ann%20Arbor").await.body["leads"].clone();
    let lead = found().await[0].clone();
    // Somebody works one of the two leads.
    let call = json!({ "name": "call.connected" });
    let address = format!("/api/v1/leads/{}/activities", lead["id"].as_str().unwrap());
    assert_eq!(house.post(OPS, &address, &call).await.status.as_u16(), 201);
    let plan = house.get(OPS, &retractions).await.body;
    assert_eq!((&plan["facts"], &plan["gone_already"]), (&facts, &json!(0)));
    assert_eq!(
        (&plan["leads"], &plan["leads_gone"], &plan["leads_worked"]),
        (&json!(2), &json!(1), &json!(1))
    );
    house.later();
    let done = house.post(OPS, &retractions, &json!({})).await;
    assert_eq!(done.status.as_u16(), 201, "{}", done.text);
    assert_eq!((&done.body["facts"], &done.body["import"]["state"]), (&facts, &json!("undone")));
    let bo = house.get(OPS, "/api/v1/leads?text=Bo%20Birch").await.body;
    assert_eq!(bo["leads"], json!([]), "nothing else is known of them");
    assert_ne!(found().await[0]["stage"]["id"], "mql", "the call alone qualifies nobody");
    let again = house.post(OPS, &retractions, &json!({})).await.body;
    assert_eq!(again["facts"], 0, "it is taken back once");
    // The same file once more: its facts are known, and stand again.
    house.later();
    let second = ready(&house, LEADS).await;
    let report = run(&house, second).await["report"].clone();
    assert_eq!(report["files"][0]["facts_known"], facts);
    assert_eq!(found().await[0]["stage"]["id"], "mql");
    // And back again: what brought them back is taken back.
    house.later();
    let retractions = format!("/api/v1/imports/{second}/retractions");
    assert_eq!(house.post(OPS, &retractions, &json!({})).await.body["facts"], facts);
    assert_ne!(found().await[0]["stage"]["id"], "mql");
    let trail = house.get(Some(Role::Administrator), "/api/v1/audit?what=import.undone").await.body;
    assert_eq!(trail["changes"].as_array().map(Vec::len), Some(3), "{trail}");
    let now = Instant::parse(NOW).unwrap().plus(facts::Seconds(60));
    let mut engine = Engine::open(house.folder.path().join("ledger.db").as_path()).unwrap();
    let report = engine.rebuild(true, now).unwrap();
    assert!(report.is_clean(), "{report:#?}");
}
