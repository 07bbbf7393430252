using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.OAuth;
using Xunit;

namespace BacklogPS.Core.Tests.OAuth;

public class BrowserLauncherTests
{
    private const string Address = "https://a.backlog.com/x?a=1&b=%20";

    [Theory]
    // $BROWSER comes first, in its various forms.
    [InlineData("firefox", false, "firefox xdg-open", "/bin/firefox|" + Address)]
    [InlineData("/bin/my browser", false, "/bin/my_browser xdg-open", "/bin/my browser|" + Address)]
    [InlineData("missing:firefox", false, "firefox xdg-open", "/bin/firefox|" + Address)]
    [InlineData("firefox --new-window", false, "firefox xdg-open", "/bin/firefox|--new-window|" + Address)]
    [InlineData("firefox --url=%s --private", false, "firefox xdg-open", "/bin/firefox|--url=" + Address + "|--private")]
    [InlineData("missing", false, "xdg-open", "/bin/xdg-open|" + Address)]
    [InlineData("firefox", true, "firefox wslview xdg-open", "/bin/firefox|" + Address)]
    // Otherwise, the programs of the system.
    [InlineData(null, false, "xdg-open gio", "/bin/xdg-open|" + Address)]
    [InlineData("", false, "gio", "/bin/gio|open|" + Address)]
    [InlineData(null, false, "sensible-browser", "/bin/sensible-browser|" + Address)]
    [InlineData(null, true, "wslview rundll32.exe xdg-open", "/bin/wslview|" + Address)]
    [InlineData(null, true, "rundll32.exe xdg-open", "/bin/rundll32.exe|url.dll,FileProtocolHandler|" + Address)]
    [InlineData(null, true, "xdg-open", "/bin/xdg-open|" + Address)]
    [InlineData(null, false, "wslview rundll32.exe", null)]
    [InlineData("missing", true, "", null)]
    public void The_browser_is_the_one_that_is_chosen_and_there(string? variable, bool isWsl, string installed, string? expected)
    {
        var programs = installed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Replace('_', ' ')).ToList();
        var asked = new List<string>();

        var command = BrowserLauncher.Command(
            Address,
            name =>
            {
                asked.Add(name);
                return variable?.Replace(':', System.IO.Path.PathSeparator);
            },
            isWsl,
            program => !programs.Contains(program) ? null : program.StartsWith('/') ? program : "/bin/" + program);

        Assert.Equal(expected, command is null ? null : string.Join("|", command));
        Assert.Equal(["BROWSER"], asked);
    }

    [Theory]
    [InlineData(@"C:\a b\c.exe", @"""C:\a b\c.exe""")]
    [InlineData(@"C:\a b\", @"""C:\a b\\""")]
    [InlineData(@"a""b\""c", @"""a\""b\\\""c""")]
    [InlineData("", @"""""")]
    public void An_argument_reaches_the_program_as_it_is(string argument, string expected) =>
        Assert.Equal(expected, BrowserLauncher.Quote(argument));

    [Fact]
    public void What_is_said_of_a_browser_that_does_not_start_repeats_neither_address_nor_folder()
    {
        var error = new System.ComponentModel.Win32Exception(
            2, $"An error occurred trying to start process '{Address}' with working directory '/home/me'. No such file or directory");

        Assert.Equal(new System.ComponentModel.Win32Exception(2).Message, BrowserLauncher.Reason(error));
    }
}
