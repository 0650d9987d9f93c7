//! Where things stand on a chart.

use unknot::ui::charts::scale::{at, ceiling, shade, tenths};

#[test]
fn values_stand_in_proportion_and_never_beyond_the_ends() {
    for (value, place) in [
        (0.0, 1200),
        (5.0, 690),
        (10.0, 180),
        (11.0, 180),
        (-1.0, 1200),
    ] {
        assert_eq!(at(value, 10.0, 1200, 180), place, "{value}");
    }
    // An axis of nothing has only its beginning.
    assert_eq!(at(0.0, 0.0, 10, 20), 10);
}

#[test]
fn an_axis_ends_at_a_round_number_that_holds_everything() {
    for (most, end) in [
        (0.0, 1.0),
        (1.0, 1.0),
        (1.1, 2.0),
        (3.0, 5.0),
        (5.5, 10.0),
        (11.0, 20.0),
        (2_001.0, 5_000.0),
    ] {
        assert_eq!(ceiling(most), end, "{most}");
    }
}

#[test]
fn only_nothing_has_no_shade_and_only_the_largest_count_the_darkest() {
    let shades = |most: usize| (0..=most).map(|n| shade(n, most)).collect::<Vec<_>>();
    assert_eq!(shades(0), [0]);
    assert_eq!(shades(1), [0, 4]);
    assert_eq!(shades(4), [0, 1, 2, 3, 4]);
    assert_eq!(shades(8), [0, 1, 1, 2, 2, 3, 3, 4, 4]);
    assert_eq!(shade(1, 1_000), 1);
}

#[test]
fn numbers_have_one_decimal_where_they_need_it() {
    for (value, words) in [
        (0.0, "0"),
        (3.0, "3"),
        (2.5, "2.5"),
        (-0.5, "−0.5"),
        (-3.0, "−3"),
        (1.96, "2"),
        (0.04, "0"),
        (-0.04, "0"),
        (3.333, "3.3"),
    ] {
        assert_eq!(tenths(value), words, "{value}");
    }
}
