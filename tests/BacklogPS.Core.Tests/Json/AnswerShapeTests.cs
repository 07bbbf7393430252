using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BacklogPS.Core.Tests.Support;
using BacklogPS.SpaceSimulator;
using Xunit;

namespace BacklogPS.Core.Tests.Json;

/// <summary>Responses of older and newer servers, over HTTP.</summary>
public sealed class AnswerShapeTests : IAsyncLifetime
{
    private TestSpace space = null!;

    public async Task InitializeAsync() => space = await TestSpace.StartAsync();

    public async Task DisposeAsync() => await space.DisposeAsync();

    private async Task<(Project Project, User User)> ReadAsync(AnswerShape shape)
    {
        space.Simulator.Shape = shape;
        return ((await space.Open().ProjectsAsync()).Single(p => p.ProjectKey == "APP"), await space.Open().MyselfAsync());
    }

    [Fact]
    public async Task Todays_answers_fill_every_property_and_leave_nothing_over()
    {
        var (project, user) = await ReadAsync(AnswerShape.Current);

        Assert.All(
            project.GetType().GetProperties().Select(p => (p.Name, Value: p.GetValue(project))),
            p => Assert.True(p.Value is not null, p.Name));
        Assert.Equal(("admin", RoleType.Administrator, "en"), (user.UserId, user.RoleType, user.Lang));
        Assert.NotNull(user.NulabAccount!.UniqueId);
        Assert.NotNull(user.LastLoginTime);
        Assert.Empty(project.AdditionalProperties);
        Assert.Empty(user.AdditionalProperties);
        Assert.Empty(user.NulabAccount.AdditionalProperties);
    }

    [Fact]
    public async Task What_a_server_of_2015_does_not_send_is_null()
    {
        var (today, _) = await ReadAsync(AnswerShape.Current);
        var (project, user) = await ReadAsync(AnswerShape.Year2015);

        Assert.Equal((today.Id, today.Name, today.ChartEnabled), (project.Id, project.Name, project.ChartEnabled));
        Assert.Equal(
            new bool?[] { null, null, null, null, null, null },
            new[] { project.UseWiki, project.UseGit, project.UseSubversion, project.UseResolvedForChart, project.GrandchildIssueEnabled, project.UseDevAttributes });
        Assert.Equal("admin", user.UserId);
        Assert.Null(user.NulabAccount);
        Assert.Null(user.LastLoginTime);
    }

    [Fact]
    public async Task What_a_later_server_sends_is_kept()
    {
        var (project, user) = await ReadAsync(AnswerShape.Future);

        foreach (var item in new BacklogObject[] { project, user, user.NulabAccount! })
        {
            Assert.Equal("未来", item.AdditionalProperties["futureField"]);
            var more = Assert.IsType<Dictionary<string, object?>>(item.AdditionalProperties["futureObject"]);
            Assert.Equal(1L, more["id"]);
            Assert.Equal(new object?[] { "a", "b" }, more["names"]);
        }
    }

    [Theory]
    [InlineData(AnswerShape.Nulls)]
    [InlineData(AnswerShape.AllNulls)]
    public async Task Nulls_anywhere_fail_nothing(AnswerShape shape)
    {
        var (project, user) = await ReadAsync(shape);

        Assert.Equal("APP", project.ProjectKey);
        Assert.NotEqual(0, user.Id);
        Assert.Null(user.UserId);
        Assert.Null(user.NulabAccount);
        Assert.Equal(space.Address.Name, user.Space);
        if (shape == AnswerShape.AllNulls)
        {
            Assert.Equal(("", TextFormattingRule.Unknown), (project.Name, project.TextFormattingRule));
        }
    }
}
