use hf_hub::api::sync::Api;

fn load() -> anyhow::Result<()> {
    let api = Api::new()?;
    let repo = api.model("intfloat/multilingual-e5-small".to_string());
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn names() {
        assert_eq!(super::owner("intfloat/e5-base-v2"), "intfloat");
    }
}
