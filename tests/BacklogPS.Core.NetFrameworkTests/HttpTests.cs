using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.Credentials;
using BacklogPS.Http;
using BacklogPS.Resources;
using BacklogPS.Spaces;
using Xunit;

namespace BacklogPS.Core.NetFrameworkTests;

/// <summary>Requests with .NET Framework's own HTTP client to a simulated space in a separate process.</summary>
public sealed class HttpTests : IDisposable
{
    private const string Key = "NetFrameworkKey0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly Process simulator;
    private readonly SpaceAddress address;

    public HttpTests()
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Simulator()}\" --parent {Process.GetCurrentProcess().Id}")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.EnvironmentVariables["SIMULATOR_API_KEYS"] = Key + ":admin";
        simulator = Process.Start(start)!;
        address = SpaceAddress.Parse(Regex.Match(simulator.StandardOutput.ReadLine()!, "http[^\"]+").Value);
    }

    public void Dispose()
    {
        simulator.Kill();
        simulator.WaitForExit();
        simulator.Dispose();
    }

    [Fact]
    public async Task An_answer_is_read_with_the_key_in_the_header()
    {
        var projects = await Projects.ListAsync(Door(), null, all: false, CancellationToken.None);

        Assert.Contains("会社ホームページ", projects.Select(p => p.Name));
        Assert.Contains("\"authenticatedBy\":\"header\"", Control("GET", "requests"));
    }

    [Fact]
    public async Task A_list_is_read_to_its_end()
    {
        var comments = 0;
        await Comments.ListAsync(
            Door(),
            "APP-1",
            new IdBounds(null, null),
            SortOrder.Ascending,
            PageRange.All,
            items =>
            {
                comments += items.Count;
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.Equal(130, comments);
    }

    [Theory]
    [InlineData("projects/NOPE", null, BacklogErrorKind.NotFound)]
    [InlineData("projects/APP", """{"kind":"status","status":401}""", BacklogErrorKind.AuthenticationFailed)]
    [InlineData("projects/APP", """{"kind":"redirect","location":"/api/v2/projects/WEB"}""", BacklogErrorKind.Redirected)]
    [InlineData("projects/APP", """{"kind":"html","status":200}""", BacklogErrorKind.AnswerNotJson)]
    [InlineData("projects/APP", """{"kind":"cutOff"}""", BacklogErrorKind.AnswerCutOff)]
    public async Task What_goes_wrong_has_its_kind(string path, string? fault, BacklogErrorKind kind)
    {
        if (fault is not null)
        {
            Control("POST", "faults", fault);
        }

        var error = await Assert.ThrowsAsync<BacklogException>(
            () => Door().GetAsync<Project>(ApiPath.Of(path.Split('/')), null, CancellationToken.None));

        Assert.Equal(kind, error.Kind);
        Assert.DoesNotContain(Key, error.ToString());
    }

    [Fact]
    public async Task Stopping_ends_a_request_that_is_not_answered()
    {
        Control("POST", "faults", """{"kind":"hang"}""");
        using var stop = new CancellationTokenSource();
        var asking = Users.GetMyselfAsync(Door(), stop.Token);
        while (!Control("GET", "requests").Contains("users/myself"))
        {
            await Task.Delay(10);
        }

        stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private BacklogHttp Door() => new(
        new SpaceTransport(address) { FirstPause = TimeSpan.FromMilliseconds(1) }, new ApiKeyCredential(Key, ApiKeyForm.Header), new TestCaller());

    private string Control(string method, string path, string? body = null)
    {
        using var client = new WebClient();
        client.Headers["Content-Type"] = "application/json";
        var url = new Uri(address.BaseUri, "_simulator/" + path);
        return method == "GET" ? client.DownloadString(url) : client.UploadString(url, method, body!);
    }

    private static string Simulator()
    {
        if (Environment.GetEnvironmentVariable("BACKLOGPS_SIMULATOR") is { Length: > 0 } given)
        {
            return given;
        }

        var folder = new DirectoryInfo(AppDomain.CurrentDomain.BaseDirectory);
        while (folder!.GetFiles("BacklogPS.sln").Length == 0)
        {
            folder = folder.Parent;
        }

        return Directory.GetFiles(Path.Combine(folder.FullName, "tests", "BacklogPS.SpaceSimulator", "bin"), "BacklogPS.SpaceSimulator.dll", SearchOption.AllDirectories)
            .Where(f => File.Exists(Path.ChangeExtension(f, ".runtimeconfig.json")))
            .OrderBy(File.GetLastWriteTimeUtc)
            .Last();
    }
}
