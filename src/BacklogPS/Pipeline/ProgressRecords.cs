using System.Management.Automation;
using BacklogPS.Calling;

namespace BacklogPS.Pipeline;

/// <summary>Converts progress to PowerShell's progress records.</summary>
internal static class ProgressRecords
{
    // Far from the ids that scripts use, which usually start at 0.
    private const int ActivityId = 0x424C;

    // Each kind has its own id, so that the end of one leaves the others on screen.
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
