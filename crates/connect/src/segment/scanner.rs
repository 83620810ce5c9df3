//! Programs that open links and pages by themselves: search engines, scanners of mail, previews of
//! links, monitors. What they do is no interest of a person.
//!
//! Told by the name that a program gives itself. Names are compared without regard to case, the
//! known programs first, then the words that such programs use of themselves.

/// The most of a name that is looked at, in bytes.
const LOOKED_AT_MAX: usize = 1_024;

/// Parts of names, in lower case, each with what is said of it.
const KNOWN: &[(&str, &str)] = &[
    // Scanners of links in mail.
    ("barracuda", "Barracuda"),
    ("mimecast", "Mimecast"),
    ("proofpoint", "Proofpoint"),
    ("urldefense", "Proofpoint"),
    ("safelinks", "Microsoft Safe Links"),
    ("microsoft office existence discovery", "Microsoft Office"),
    ("ms-office", "Microsoft Office"),
    ("msoffice", "Microsoft Office"),
    ("skypeuripreview", "Skype preview"),
    ("googleimageproxy", "Google image proxy"),
    ("yahoomailproxy", "Yahoo mail proxy"),
    ("cisco-ironport", "Cisco"),
    ("fireeye", "FireEye"),
    ("trendmicro", "Trend Micro"),
    ("symantec", "Symantec"),
    ("messagelabs", "Symantec"),
    ("sophos", "Sophos"),
    ("forcepoint", "Forcepoint"),
    ("zscaler", "Zscaler"),
    ("trustwave", "Trustwave"),
    ("checkpoint", "Check Point"),
    ("virustotal", "VirusTotal"),
    // Previews of links in messages.
    ("slackbot", "Slack"),
    ("facebookexternalhit", "Facebook"),
    ("facebookcatalog", "Facebook"),
    ("whatsapp/", "WhatsApp"),
    ("twitterbot", "Twitter"),
    ("linkedinbot", "LinkedIn"),
    ("discordbot", "Discord"),
    ("telegrambot", "Telegram"),
    ("embedly", "Embedly"),
    // Search engines and those that read the whole web.
    ("googlebot", "Google"),
    ("adsbot-google", "Google"),
    ("mediapartners-google", "Google"),
    ("google-inspectiontool", "Google"),
    ("googleother", "Google"),
    ("google-read-aloud", "Google"),
    ("bingbot", "Bing"),
    ("bingpreview", "Bing"),
    ("adidxbot", "Bing"),
    ("yandexbot", "Yandex"),
    ("baiduspider", "Baidu"),
    ("duckduckbot", "DuckDuckGo"),
    ("applebot", "Apple"),
    ("yahoo! slurp", "Yahoo"),
    ("gptbot", "OpenAI"),
    ("chatgpt-user", "OpenAI"),
    ("claudebot", "Anthropic"),
    ("ccbot", "Common Crawl"),
    ("ia_archiver", "Internet Archive"),
    ("ahrefs", "Ahrefs"),
    ("semrush", "Semrush"),
    ("screaming frog", "Screaming Frog"),
    // Monitors and browsers without a person before them.
    ("chrome-lighthouse", "Lighthouse"),
    ("pagespeed", "Lighthouse"),
    ("gtmetrix", "GTmetrix"),
    ("pingdom", "Pingdom"),
    ("uptimerobot", "UptimeRobot"),
    ("statuscake", "StatusCake"),
    ("site24x7", "Site24x7"),
    ("datadogsynthetics", "Datadog"),
    ("catchpoint", "Catchpoint"),
    ("headlesschrome", "headless browser"),
    ("phantomjs", "headless browser"),
    ("slimerjs", "headless browser"),
    ("selenium", "headless browser"),
    ("puppeteer", "headless browser"),
    ("playwright", "headless browser"),
    ("prerender", "prerenderer"),
];

/// Words that such programs use of themselves, each of which ends where no letter follows.
const WORDS: &[&str] =
    &["bot", "bots", "crawler", "crawl", "spider", "scanner", "scraper", "validator", "linkcheck"];

/// What is said of the program with which something was done, where no person did it.
///
/// An empty name says nothing: libraries of servers send none.
#[must_use]
pub fn scanner(user_agent: &str) -> Option<&'static str> {
    let end = (0..=user_agent.len().min(LOOKED_AT_MAX)).rev();
    let end = end.into_iter().find(|at| user_agent.is_char_boundary(*at)).unwrap_or_default();
    let name = user_agent[..end].to_ascii_lowercase();
    if let Some((_, known)) = KNOWN.iter().find(|(part, _)| name.contains(part)) {
        return Some(known);
    }
    let is_word = |word: &&&str| {
        name.match_indices(**word).any(|(at, _)| {
            let next = name.as_bytes().get(at + word.len());
            !next.is_some_and(u8::is_ascii_alphabetic)
        })
    };
    let is_phone = name.contains("cubot");
    WORDS.iter().find(is_word).filter(|_| !is_phone).map(|_| "other robot")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_apps_of_people_are_none() {
        for name in [
            "",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0",
            "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "ExampleApp/3.1 CFNetwork/1410 Darwin/22.6.0",
            "Mozilla/5.0 (Robotics Workshop Kiosk) Firefox/130.0",
        ] {
            assert_eq!(scanner(name), None, "{name}");
        }
    }

    #[test]
    fn known_scanners_and_whoever_says_so_are_told() {
        for (name, told) in [
            ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Google"),
            ("Mozilla/5.0 (X11) HeadlessChrome/126.0.0.0 Safari/537.36", "headless browser"),
            ("Mozilla/5.0 (compatible; BarracudaCentral)", "Barracuda"),
            ("Mozilla/4.0 (compatible; ms-office; MSOffice 16)", "Microsoft Office"),
            ("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "Slack"),
            ("ExampleBot/1.0 (+https://example.com/bot)", "other robot"),
            ("our-site-crawler", "other robot"),
            ("Mozilla/5.0 (compatible; some-spider/2)", "other robot"),
        ] {
            assert_eq!(scanner(name), Some(told), "{name}");
        }
    }

    #[test]
    fn a_very_long_name_is_looked_at_in_part() {
        let long = format!("{}Googlebot", "é".repeat(2_000));
        assert_eq!(scanner(&long), None);
    }
}
