using System.Collections.Generic;
using System.Linq;
using BacklogPS.Names;
using Xunit;

namespace BacklogPS.UnitTests;

public sealed class NameResolverTests
{
    private static readonly IReadOnlyList<(long Id, string Name)> Statuses =
        [(1, "Open"), (2, "In Progress"), (3, "open"), (4, "[draft]"), (5, "7"), (6, "ガイド"), (7, "Review A"), (8, "Review B")];

    [Theory]
    [InlineData("Open", 1)]
    [InlineData("open", 3)]
    [InlineData("IN PROGRESS", 2)]
    [InlineData("[draft]", 4)]
    [InlineData("7", 5)]
    [InlineData("8", 8)]
    [InlineData("Review*", 7, 8)]
    [InlineData("Ｒｅｖｉｅｗ A", 7)]
    [InlineData("\u30ab\u3099イト\u3099", 6)]
    [InlineData(" Review A ", 7)]
    public void A_text_means_the_exact_name_then_another_case_then_a_pattern_then_another_form_then_the_id(string text, params int[] expected) =>
        Assert.Equal(expected.Select(i => (long)i), Resolve(text));

    [Fact]
    public void Names_that_differ_only_in_case_are_ambiguous_unless_one_is_exact()
    {
        var error = Assert.Throws<BacklogException>(() => Resolve("OPEN"));

        Assert.Equal(BacklogErrorKind.NameAmbiguous, error.Kind);
        Assert.Contains("Open (1)", error.Message);
        Assert.Contains("open (3)", error.Message);
    }

    [Fact]
    public void A_pattern_that_fits_nothing_is_an_error_not_a_filter_left_out() =>
        Assert.Equal(BacklogErrorKind.NameUnknown, Assert.Throws<BacklogException>(() => Resolve("No such *")).Kind);

    [Fact]
    public void A_name_that_is_not_there_is_an_error_that_lists_what_there_is()
    {
        var error = Assert.Throws<BacklogException>(() => Resolve("Opne"));

        Assert.Equal(BacklogErrorKind.NameUnknown, error.Kind);
        Assert.Equal("Opne", error.Target);
        Assert.Contains("In Progress", error.NextStep);
    }

    [Fact]
    public void A_number_that_one_list_has_as_a_name_is_not_an_id_in_the_others()
    {
        var other = new List<(long Id, string Name)> { (7, "Closed") };

        var ids = NameResolver.ResolveInAny("status", [("APP", Statuses), ("WEB", other)], ["7"], s => s.Id, s => [s.Name]);

        Assert.Equal([5L], ids);
    }

    private static IReadOnlyList<long> Resolve(string text) =>
        NameResolver.Resolve("status", "APP", [text], Statuses, s => s.Id, s => [s.Name]);
}
