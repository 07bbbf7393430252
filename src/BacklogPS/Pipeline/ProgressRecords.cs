using System.Management.Automation;
using BacklogPS.Calling;

namespace BacklogPS.Pipeline;

/// <summary>Turns progress into PowerShell's record of it.</summary>
internal static class ProgressRecords
{
    // Apart from the ids that scripts usually count from 0.
    private const int ActivityId = 0x424C;

    // Each has a place of its own, so that the end of one leaves the others shown.
    private const int OfAllActivityId = ActivityId - 1;
    private const int PauseActivityId = ActivityId + 1;

    public static ProgressRecord From(Progress progress) => new(Id(progress), progress.Activity, progress.Status)
    {
        PercentComplete = progress.Percent ?? -1,
        SecondsRemaining = progress.SecondsLeft ?? -1,
        RecordType = progress.IsDone ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    };

    private static int Id(Progress progress) => progress.IsOfAll ? OfAllActivityId : progress.IsPause ? PauseActivityId : ActivityId;
}
