//! Variants to editions: the pages and feeds of each language, and the files they become.

mod addresses;
mod punctuation;
mod body;
mod pictures;
mod theme;
mod settings;
mod edition;
mod page;
mod feed;
mod sitemap;
mod style_sheet;
mod theme_files;
mod redirects;
mod rules;
mod folder;
mod served;
mod glance;
mod site;
mod names;
mod debut;
mod ahead;
mod saved;
mod sketch;
mod kept;
mod load;
mod dead_ends;

pub use addresses::Addresses;
pub use debut::{Debut, Debuts};
pub use edition::{Edition, Entry, Released, Releases};
pub use feed::{is_feed, published_feeds, render_issues_feed};
pub use folder::{
    Change, ListStamp, MadeOf, Manifest, NextSite, PARTS, PublishedFile, PublishedFiles, SiteFile, SiteFolder, Staging,
    WriteReport, part_of,
};
pub use kept::Kept;
pub use load::{Error, Publication};
pub use page::Pages;
pub use punctuation::Punctuation;
pub use redirects::{LIST_PATH as REDIRECTS, moved_paths};
pub use saved::Saved;
pub use served::{cache_control, content_type};
pub use settings::{Author, CallToAction, Contact, Localized, Settings, SiteSettings};
pub use site::{Written, page_path, write_site};
pub use sketch::{Excerpt, Sketch};
pub use theme::{NotAColor, Rgb, Theme, ThemeFault};
