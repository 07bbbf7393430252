using System;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Http;

namespace BacklogPS.Pipeline;

/// <summary>Turns progress into PowerShell's record of it.</summary>
internal static class ProgressRecords
{
    // Apart from the ids that scripts usually count from 0.
    private const int ActivityId = 0x424C;

    // PowerShell tells a cmdlet of -NonInteractive in no other way; the shortest form that it takes is -noni.
    private static readonly bool IsNonInteractive = Environment.GetCommandLineArgs()
        .Any(a => a.TrimStart('-', '/').StartsWith("noni", StringComparison.OrdinalIgnoreCase) && "noninteractive".StartsWith(a.TrimStart('-', '/'), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether somebody looks: not where progress is switched off or PowerShell was started for no user.</summary>
    public static bool AreShown(PSCmdlet cmdlet)
    {
        var preference = cmdlet.MyInvocation.BoundParameters.TryGetValue("ProgressAction", out var given)
            ? given
            : cmdlet.SessionState.PSVariable.GetValue("ProgressPreference");
        return !IsNonInteractive
            && LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action)
            && action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    public static ProgressRecord From(Progress progress) => new(ActivityId, progress.Activity, progress.Status)
    {
        PercentComplete = progress.Percent ?? -1,
        SecondsRemaining = progress.SecondsLeft ?? -1,
        RecordType = progress.IsDone ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    };
}
