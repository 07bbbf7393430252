namespace BacklogPS.WindowsHost;

/// <summary>Does what pwsh.exe does.</summary>
internal static class Program
{
    private static int Main(string[] arguments) => Microsoft.PowerShell.UnmanagedPSEntry.Start(arguments, arguments.Length);
}
