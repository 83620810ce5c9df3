//! Packed bodies.

use super::BODY_BYTES_MAX;
use super::refusal::BodyRefused;
use flate2::read::MultiGzDecoder;
use std::io::Read;

/// Unpacks a body, of which no more than [`BODY_BYTES_MAX`] is ever held.
///
/// # Errors
/// [`BodyRefused::NotGzip`] and [`BodyRefused::TooLarge`].
pub fn inflate(packed: &[u8]) -> Result<Vec<u8>, BodyRefused> {
    let mut body = Vec::with_capacity((packed.len() * 4).min(BODY_BYTES_MAX + 1));
    let mut reader = MultiGzDecoder::new(packed).take(BODY_BYTES_MAX as u64 + 1);
    reader.read_to_end(&mut body).map_err(|_| BodyRefused::NotGzip)?;
    match body.len() > BODY_BYTES_MAX {
        true => Err(BodyRefused::TooLarge(BODY_BYTES_MAX)),
        false => Ok(body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn packed(body: &[u8]) -> Vec<u8> {
        let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
        writer.write_all(body).unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn a_body_comes_out_as_it_went_in() {
        assert_eq!(inflate(&packed(b"{\"a\":1}")), Ok(b"{\"a\":1}".to_vec()));
    }

    #[test]
    fn a_small_body_that_grows_beyond_the_limit_is_refused_before_it_is_held() {
        let bomb = packed(&vec![b' '; 50 << 20]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(inflate(&bomb), Err(BodyRefused::TooLarge(BODY_BYTES_MAX)));
        assert!(inflate(&packed(&vec![b' '; BODY_BYTES_MAX])).is_ok());
    }

    #[test]
    fn what_is_not_packed_or_breaks_off_is_refused() {
        assert_eq!(inflate(b"{}"), Err(BodyRefused::NotGzip));
        let whole = packed(&[b'x'; 1000]);
        assert_eq!(inflate(&whole[..whole.len() - 9]), Err(BodyRefused::NotGzip));
    }
}
