using System.Management.Automation;
using BacklogPS.Calling;

namespace BacklogPS.Pipeline;

/// <summary>Turns progress into PowerShell's record of it.</summary>
internal static class ProgressRecords
{
    // Apart from the ids that scripts usually count from 0.
    private const int ActivityId = 0x424C;

    private const int OfAllActivityId = ActivityId - 1;

    public static ProgressRecord From(Progress progress) => new(progress.IsOfAll ? OfAllActivityId : ActivityId, progress.Activity, progress.Status)
    {
        PercentComplete = progress.Percent ?? -1,
        SecondsRemaining = progress.SecondsLeft ?? -1,
        RecordType = progress.IsDone ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    };
}
