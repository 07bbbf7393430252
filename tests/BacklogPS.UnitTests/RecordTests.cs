using System;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Calling;
using BacklogPS.Pipeline;
using Xunit;

namespace BacklogPS.UnitTests;

/// <summary>Error and progress records for PowerShell.</summary>
public sealed class RecordTests
{
    public static TheoryData<string> Kinds { get; } = new(Enum.GetNames<BacklogErrorKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_error_has_its_id_and_a_category(string kind)
    {
        var record = ErrorRecords.From(new BacklogException(Enum.Parse<BacklogErrorKind>(kind), "text"), "target");

        Assert.Equal(kind, record.FullyQualifiedErrorId);
        Assert.Equal("target", record.TargetObject);
        Assert.NotEqual(ErrorCategory.NotSpecified, record.CategoryInfo.Category);
    }

    [Fact]
    public void A_pause_that_ends_leaves_the_progress_of_the_list_and_of_all_things_alone()
    {
        var ids = new[]
        {
            new Progress("Reading", "page 2"),
            new Progress("Waiting", "10 s") { IsPause = true },
            new Progress("Writing", "3 of 10") { IsOfAll = true },
        }.Select(p => ProgressRecords.From(p).ActivityId);

        Assert.Equal(3, ids.Distinct().Count());
    }
}
