//! What is the same on all pages of an edition, rendered once.
//!
//! Most of a page is around it: the head, the mast with its topics, the form to subscribe, the foot, the words of the
//! interface. None of it depends on the page but the ways to other languages. So a template that is used again and again
//! is taken apart: what only the site decides is rendered and written into it as text, and what is left is
//! rendered for each page.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, mem,
    sync::{Arc, Mutex, PoisonError},
};

use handlebars::{
    Context, Handlebars, Path, PathSeg, RenderError,
    template::{HelperTemplate, Parameter, Template, TemplateElement},
};
use serde_json::{Map, Value as Json, json};

use super::{
    Site,
    partials::LIST,
    recurring::{RecurringList, SHOWN},
    registry::{Edition, render},
};

/// So often a template is used as it is: to take it apart costs as much as a few pages.
pub(super) const AS_IT_IS: usize = 4;

/// What of a site differs from page to page.
const LANGUAGES: &str = "languages";

/// The templates that were taken apart for a site. Clones share them, so they are for one site, its
/// [languages](Site::languages) aside.
#[derive(Clone, Default)]
pub struct Frame(Arc<Mutex<BTreeMap<String, Use>>>);

/// How a template is used.
enum Use {
    /// As it is, and how often.
    AsItIs(usize),
    /// Taken apart.
    Settled(Arc<Settled>),
}

/// A template with what the site decides written into it.
struct Settled {
    template: Template,
    /// What it still asks of the site.
    site: Map<String, Json>,
    /// Whether the ways to other languages are asked for.
    shows_languages: bool,
    /// The lists that are rendered before it.
    lists: Vec<RecurringList>,
}

impl Frame {
    /// Renders a page with a template that was used for this site a few times; gives it back where it was not.
    pub(super) fn render(
        &self,
        edition: &Edition,
        name: &str,
        site: &Site,
        page: Json,
    ) -> Result<Result<String, RenderError>, Json> {
        let Some(settled) = self.settled(edition, name, site) else { return Err(page) };
        let registry = edition.html();
        let shown = match RecurringList::render_all(&settled.lists, registry, &page) {
            Some(Ok(shown)) => shown,
            Some(Err(error)) => return Ok(Err(error)),
            None => return Err(page),
        };
        let mut around = settled.site.clone();
        if settled.shows_languages {
            around.insert(LANGUAGES.to_owned(), json!(site.languages));
        }
        let given = [("site", Json::Object(around)), ("page", page), (SHOWN, Json::Object(shown))];
        let given = Map::from_iter(given.map(|(name, value)| (name.to_owned(), value)));
        Ok(render(registry, &settled.template, &Json::Object(given).into()))
    }

    fn settled(&self, edition: &Edition, name: &str, site: &Site) -> Option<Arc<Settled>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let used = match known.get(name) {
            None => 0,
            Some(Use::AsItIs(used)) => *used,
            Some(Use::Settled(settled)) => return Some(Arc::clone(settled)),
        };
        if used < AS_IT_IS {
            known.insert(name.to_owned(), Use::AsItIs(used + 1));
            return None;
        }
        let settled = Arc::new(Settled::new(edition.html(), edition.template(name)?, site)?);
        known.insert(name.to_owned(), Use::Settled(Arc::clone(&settled)));
        Some(settled)
    }
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Frame")
    }
}

impl Settled {
    fn new(registry: &Handlebars<'static>, template: &Template, site: &Site) -> Option<Self> {
        let Ok(Json::Object(mut site)) = serde_json::to_value(site) else { return None };
        site.remove(LANGUAGES);
        let context = json!({ "site": site, "page": {} }).into();
        let mut template = settle(template, registry, &context, Reach::Site);
        let lists = RecurringList::take_from(&mut template);
        let mut asked = Asked::default();
        asked.note_template(&template);
        if !asked.for_all {
            site.retain(|name, _| asked.names.contains(name));
        }
        let shows_languages = asked.for_all || asked.names.contains(LANGUAGES);
        Some(Self { template, site, shows_languages, lists })
    }
}

/// What the value of an expression may come from for it to be rendered now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The site.
    Site,
    /// An item of a list of the site.
    Item,
    /// Nothing: it says the same everywhere.
    Nowhere,
}

impl Reach {
    pub(super) fn has_element(self, element: &TemplateElement) -> bool {
        match element {
            TemplateElement::RawString(_) | TemplateElement::Comment(_) => true,
            TemplateElement::Expression(helper)
            | TemplateElement::HtmlExpression(helper)
            | TemplateElement::HelperBlock(helper) => self.has_helper(helper),
            _ => false,
        }
    }

    fn has_helper(self, helper: &HelperTemplate) -> bool {
        let HelperTemplate { name, params, hash, template, inverse, block_param, .. } = helper;
        let inside = if is_list(helper) { Self::Item } else { self };
        let has_block = |reach: Self, block: &Option<Template>| {
            block.as_ref().is_none_or(|block| block.elements.iter().all(|element| reach.has_element(element)))
        };
        let is_known_block = template.is_none() || is_list(helper) || is_condition(helper);
        is_known_block
            && block_param.is_none()
            && [name].into_iter().chain(params).chain(hash.values()).all(|part| self.has_parameter(part))
            && has_block(inside, template)
            && has_block(self, inverse)
    }

    fn has_parameter(self, parameter: &Parameter) -> bool {
        match parameter {
            Parameter::Name(_) | Parameter::Literal(_) => true,
            Parameter::Path(Path::Local(_)) => self == Self::Item,
            Parameter::Path(Path::Relative((names, path))) => {
                let is_named = |name: &str| names.iter().any(|one| matches!(one, PathSeg::Named(own) if own == name));
                let is_of_page = path.contains("@root") || is_named("page") || is_named(LANGUAGES);
                !is_of_page
                    && match self {
                        Self::Site => names.len() > 1 && matches!(&names[0], PathSeg::Named(name) if name == "site"),
                        Self::Item => true,
                        Self::Nowhere => false,
                    }
            }
            Parameter::Subexpression(inner) => self.has_element(inner.as_element()),
            _ => false,
        }
    }
}

/// A template in which everything within reach is text.
fn settle(template: &Template, registry: &Handlebars<'static>, context: &Context, reach: Reach) -> Template {
    let mut settled = template.clone();
    (settled.elements, settled.mapping) = (Vec::new(), Vec::new());
    let mut run = settled.clone();
    for (index, element) in template.elements.iter().enumerate() {
        let place = template.mapping.get(index).cloned();
        if reach.has_element(element) {
            run.elements.push(element.clone());
            run.mapping.extend(place);
            continue;
        }
        close(&mut run, &mut settled, registry, context);
        settled.mapping.extend(place);
        settled.elements.push(match element {
            TemplateElement::HelperBlock(block) => {
                let mut block = block.clone();
                let inside = if is_condition(&block) { reach } else { Reach::Nowhere };
                for inner in [&mut block.template, &mut block.inverse].into_iter().flatten() {
                    *inner = settle(inner, registry, context, inside);
                }
                TemplateElement::HelperBlock(block)
            }
            other => other.clone(),
        });
    }
    close(&mut run, &mut settled, registry, context);
    settled
}

/// Renders what was within reach so far. What cannot be rendered is left as it is, and says so on its page.
fn close(run: &mut Template, settled: &mut Template, registry: &Handlebars<'static>, context: &Context) {
    if run.elements.is_empty() {
        return;
    }
    let rendered = render(registry, run, context);
    let (elements, mapping) = (mem::take(&mut run.elements), mem::take(&mut run.mapping));
    match rendered {
        Ok(text) => {
            settled.elements.push(TemplateElement::RawString(text));
            settled.mapping.extend(mapping.into_iter().next());
        }
        Err(_) => {
            settled.elements.extend(elements);
            settled.mapping.extend(mapping);
        }
    }
}

fn is_list(helper: &HelperTemplate) -> bool {
    matches!(&helper.name, Parameter::Name(name) if name == LIST)
}

pub(super) fn is_condition(helper: &HelperTemplate) -> bool {
    matches!(&helper.name, Parameter::Name(name) if name == "if" || name == "unless")
}

/// What of the site a template asks for.
#[derive(Default)]
struct Asked {
    names: BTreeSet<String>,
    for_all: bool,
}

impl Asked {
    fn note_template(&mut self, template: &Template) {
        for element in &template.elements {
            match element {
                TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
                TemplateElement::Expression(helper)
                | TemplateElement::HtmlExpression(helper)
                | TemplateElement::HelperBlock(helper) => self.note_helper(helper),
                // What stands in a partial is not looked at.
                _ => self.for_all = true,
            }
        }
    }

    fn note_helper(&mut self, helper: &HelperTemplate) {
        for part in [&helper.name].into_iter().chain(&helper.params).chain(helper.hash.values()) {
            match part {
                Parameter::Path(Path::Relative((names, path))) => {
                    let is_site = |name: &&PathSeg| matches!(name, PathSeg::Named(name) if name == "site");
                    let mut names = names.iter().skip_while(|name| !is_site(name));
                    match (names.next(), names.next()) {
                        (Some(_), Some(PathSeg::Named(name))) => _ = self.names.insert(name.clone()),
                        (None, _) if !path.contains("@root") => {}
                        _ => self.for_all = true,
                    }
                }
                Parameter::Subexpression(inner) => match inner.as_element() {
                    TemplateElement::Expression(helper) => self.note_helper(helper),
                    _ => self.for_all = true,
                },
                _ => {}
            }
        }
        helper.template.iter().chain(&helper.inverse).for_each(|inner| self.note_template(inner));
    }
}
