//! Items of lists that stand on many pages, rendered once.
//!
//! The card of a post says the same under every post that is like it, and in every list of an edition. So where a
//! template shows a list of the page whose items ask for nothing but themselves, each item is rendered by itself, and what
//! came of it is kept for the next page that has the same.

use std::{
    collections::HashMap,
    iter, mem,
    sync::{Arc, Mutex, PoisonError},
};

use handlebars::{
    Handlebars, Path, PathSeg, RenderError,
    template::{HelperTemplate, Parameter, Template, TemplateElement},
};
use serde_json::{Map, Value as Json, json};

use super::{
    frame::{Reach, is_condition},
    partials::{LIST, move_template},
    registry::render,
};

/// What the rendered lists are called in a template.
pub(super) const SHOWN: &str = "shown";

/// What one item is called in the template of it.
const ITEM: &str = "item";

/// An item with fewer expressions is rendered as fast as it is found.
const LONG_ITEM: usize = 16;

/// So many items of a list are kept, which are forgotten together: on each page stand mostly new ones.
const MOST_KEPT: usize = 1024;

/// A list that is rendered before its page, one item at a time.
pub(super) struct RecurringList {
    /// What it is called among those that were rendered.
    name: String,
    /// The way to it from the page.
    path: Vec<String>,
    item: Template,
    known: Mutex<HashMap<Json, Arc<str>>>,
}

impl RecurringList {
    /// Takes the lists out of a template that can be rendered before it, and puts what comes of them in their places.
    pub(super) fn take_from(template: &mut Template) -> Vec<Self> {
        let mut taken = Vec::new();
        take(template, &mut taken);
        taken
    }

    /// All of these as they are shown on a page; none where one of them is no list there.
    pub(super) fn render_all(
        lists: &[Self],
        registry: &Handlebars<'static>,
        page: &Json,
    ) -> Option<Result<Map<String, Json>, RenderError>> {
        let shown = lists.iter().map(|list| {
            let items = list.path.iter().try_fold(page, |at, name| at.get(name))?.as_array()?;
            let shown = items
                .iter()
                .try_fold(String::new(), |shown, item| list.render(registry, item).map(|rendered| shown + &rendered));
            Some(shown.map(|shown| (list.name.clone(), shown.into())))
        });
        shown.collect()
    }

    fn render(&self, registry: &Handlebars<'static>, item: &Json) -> Result<Arc<str>, RenderError> {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(rendered) = known().get(item) {
            return Ok(Arc::clone(rendered));
        }
        // By `page` helpers know that this is not for a mail.
        let rendered: Arc<str> = render(registry, &self.item, &json!({ "page": {}, ITEM: item }).into())?.into();
        let mut known = known();
        if known.len() >= MOST_KEPT {
            known.clear();
        }
        known.insert(item.clone(), Arc::clone(&rendered));
        Ok(rendered)
    }

    /// The list that a block shows, if its items ask for nothing else.
    fn of(block: &HelperTemplate, number: usize) -> Option<Self> {
        let HelperTemplate { name: Parameter::Name(helper), params, hash, template, inverse: None, .. } = block else {
            return None;
        };
        let [Parameter::Path(Path::Relative((names, _)))] = &params[..] else { return None };
        let mut path = names.iter().map(|name| match name {
            PathSeg::Named(name) => Some(name.clone()),
            _ => None,
        });
        let is_of_page = helper == LIST && hash.is_empty() && path.next().flatten().is_some_and(|name| name == "page");
        let path: Vec<_> = path.collect::<Option<_>>()?;
        let mut item = template.clone().filter(|item| is_of_page && !path.is_empty() && count(item) >= LONG_ITEM)?;
        let is_of_item = block.block_param.is_none() && item.elements.iter().all(|part| Reach::Item.has_element(part));
        move_template(&mut item, ITEM, false).filter(|()| is_of_item)?;
        Some(Self { name: format!("list{number}"), path, item, known: Mutex::default() })
    }
}

/// Takes them out of what stands in the template itself and under its conditions.
fn take(template: &mut Template, taken: &mut Vec<RecurringList>) {
    for element in &mut template.elements {
        let TemplateElement::HelperBlock(block) = element else { continue };
        if is_condition(block) {
            [&mut block.template, &mut block.inverse].into_iter().flatten().for_each(|inner| take(inner, taken));
        } else if let Some(list) = RecurringList::of(block, taken.len())
            && let Some(place) = place_of(&list)
        {
            *element = place;
            taken.push(list);
        }
    }
}

/// The expression that puts what came of a list in its place.
fn place_of(list: &RecurringList) -> Option<TemplateElement> {
    let mut place = Template::compile(&format!("{{{{{{{SHOWN}.{}}}}}}}", list.name)).ok()?;
    mem::take(&mut place.elements).pop()
}

/// How many expressions there are in a template.
fn count(template: &Template) -> usize {
    let count_in = |element: &TemplateElement| match element {
        TemplateElement::RawString(_) | TemplateElement::Comment(_) => 0,
        TemplateElement::HelperBlock(block) => {
            let inside = block.template.iter().chain(&block.inverse);
            iter::once(1).chain(inside.map(count)).sum()
        }
        _ => 1,
    };
    template.elements.iter().map(count_in).sum()
}
