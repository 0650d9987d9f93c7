//! The tests of `src/store` that are long: a deterministic simulator. One number is one run.

mod acts;
mod check;
mod device;
mod run;
mod script;
mod tab;
mod world;

use std::time::Instant;

use unknot::store::planted::Planted;

/// So many runs, from the environment; fewer where the tests are not optimized.
fn seeds() -> u64 {
    let given = std::env::var("UNKNOT_SEEDS").ok();
    let usual = if cfg!(debug_assertions) {
        2_000
    } else {
        20_000
    };
    given.and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn first_seed() -> u64 {
    let given = std::env::var("UNKNOT_FIRST_SEED").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Runs the seeds on all cores. Gives the lowest one that fails, and the count of steps.
fn search(first: u64, count: u64, planted: Option<Planted>) -> (Option<u64>, u64) {
    use std::sync::atomic::{AtomicU64, Ordering};
    let next = AtomicU64::new(first);
    let found = AtomicU64::new(u64::MAX);
    let steps = AtomicU64::new(0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + count || seed > found.load(Ordering::Relaxed) {
                        break;
                    }
                    let script = script::of(seed);
                    steps.fetch_add(script.len() as u64, Ordering::Relaxed);
                    if run::fails(&script, planted).is_some() {
                        found.fetch_min(seed, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let found = found.into_inner();
    ((found != u64::MAX).then_some(found), steps.into_inner())
}

#[test]
fn nothing_acknowledged_is_lost_and_nothing_erased_comes_back() {
    let begun = Instant::now();
    let (first, count) = (first_seed(), seeds());
    let (found, steps) = search(first, count, None);
    println!(
        "simulator: {count} seeds from {first}, {steps} steps, {:.1} s",
        begun.elapsed().as_secs_f64()
    );
    if let Some(seed) = found {
        panic!("{}", run::story_of(seed, None));
    }
}

#[test]
fn each_planted_fault_is_found() {
    for planted in Planted::ALL {
        let (found, _) = search(0, 20_000, Some(planted));
        let seed = found.unwrap_or_else(|| panic!("{planted:?} is not found in 20,000 seeds"));
        let why = run::fails(&script::of(seed), Some(planted)).expect("it fails again");
        println!("planted {planted:?}: found by seed {seed}: {why}");
    }
}
