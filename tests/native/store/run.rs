//! Runs a script, tells its story, and shrinks one that fails.

use std::panic::{AssertUnwindSafe, catch_unwind};

use unknot::store::planted::Planted;

use super::check::check;
use super::script::{self, Random, Step};
use super::world::World;

fn world_of(script: &[Step], planted: Option<Planted>, with_story: bool) -> World {
    let random = script.first().map_or(0, |step| step.random);
    let mut world = World::new(1 + (random % 3) as usize, planted, with_story);
    let mut first = Random(7);
    world.open(0, &mut first);
    world
}

/// Why it fails, if it does.
pub fn fails(script: &[Step], planted: Option<Planted>) -> Option<String> {
    told(script, planted, false).1
}

fn told(
    script: &[Step],
    planted: Option<Planted>,
    with_story: bool,
) -> (Vec<String>, Option<String>) {
    let mut world = world_of(script, planted, with_story);
    let run = AssertUnwindSafe(|| {
        for step in script {
            world.step(*step);
        }
        check(&mut world, &mut Random(11)).err()
    });
    let why = catch_unwind(run).unwrap_or_else(|_| Some("it panics".to_string()));
    (world.story.unwrap_or_default(), why)
}

/// Leaves out steps as long as it still fails. The first one stays: it says how many devices there are.
fn shrunk(script: Vec<Step>, planted: Option<Planted>) -> Vec<Step> {
    let mut script = script;
    let mut size = script.len() / 2;
    while size > 0 {
        let mut at = 1;
        while at < script.len() {
            let mut fewer = script.clone();
            fewer.drain(at..fewer.len().min(at + size));
            if fails(&fewer, planted).is_some() {
                script = fewer;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    script
}

/// The story of a seed that fails, in plain lines.
pub fn story_of(seed: u64, planted: Option<Planted>) -> String {
    let script = shrunk(script::of(seed), planted);
    let (story, why) = told(&script, planted, true);
    format!(
        "seed {seed} fails in {} steps:\n  {}\n{}",
        script.len(),
        story.join("\n  "),
        why.unwrap_or_default()
    )
}
