using System;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>Which streams of a cmdlet are visible, so that output that nobody sees is not created.</summary>
internal static class Preferences
{
    // PowerShell does not expose -NonInteractive to cmdlets in any other way. The shortest form that it accepts is
    // -noni.
    private static readonly bool IsNonInteractive = Environment.GetCommandLineArgs()
        .Select(a => a.TrimStart('-', '/'))
        .Any(a => a.Length >= 4 && "noninteractive".StartsWith(a, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether progress is shown: not if it is switched off or PowerShell runs non-interactively.</summary>
    public static bool ShowProgress(PSCmdlet cmdlet) => !IsNonInteractive && IsOn(cmdlet, "ProgressAction", "ProgressPreference");

    /// <summary>Whether verbose output is shown.</summary>
    public static bool ShowVerbose(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Verbose", out var given)
            ? LanguagePrimitives.IsTrue(given)
            : IsOn(cmdlet, null, "VerbosePreference");

    /// <summary>Whether warnings are shown.</summary>
    public static bool ShowWarning(PSCmdlet cmdlet) => IsOn(cmdlet, "WarningAction", "WarningPreference");

    /// <summary>Whether the cmdlet should only say what it would do.</summary>
    public static bool IsWhatIf(PSCmdlet cmdlet) => LanguagePrimitives.IsTrue(
        cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? given : cmdlet.SessionState.PSVariable.GetValue("WhatIfPreference"));

    private static bool IsOn(PSCmdlet cmdlet, string? parameter, string variable)
    {
        var preference = parameter is not null && cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var given)
            ? given
            : cmdlet.SessionState.PSVariable.GetValue(variable);
        return (preference is ActionPreference action || LanguagePrimitives.TryConvertTo(preference, out action))
            && action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
