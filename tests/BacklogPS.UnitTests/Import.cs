using System.Runtime.CompilerServices;
using BacklogPS.Pipeline;

namespace BacklogPS.UnitTests;

/// <summary>Prepares the module as its import in PowerShell does.</summary>
internal static class Import
{
    [ModuleInitializer]
    internal static void Run() => new TextsForCore().OnImport();
}
