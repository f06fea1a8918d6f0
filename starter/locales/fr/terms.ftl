### Glossary. See locales/nl/terms.ftl for what each term means.
