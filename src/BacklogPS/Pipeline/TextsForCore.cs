using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>Gives Core the texts that name cmdlets and parameters.</summary>
public sealed class TextsForCore : IModuleAssemblyInitializer
{
    /// <summary>
    /// PowerShell calls this as it imports the module, so that transformations and completers, which run without a cmdlet,
    /// have the texts, too.
    /// </summary>
    public void OnImport() =>
        CallerTexts.Source = text => CmdletMessages.ResourceManager.GetString(text.ToString(), CmdletMessages.Culture);
}
