using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using BacklogPS.Json;
using Newtonsoft.Json;
using Xunit;

namespace BacklogPS.Core.Tests.Json;

public class BacklogJsonTests
{
    private static T Read<T>(string json) =>
        new BacklogJson("mycompany.backlog.jp").ReadObject<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Fields_that_are_not_known_are_kept_as_plain_values()
    {
        var user = Read<User>(
            """
            {"id":1,"name":"a","text":"未来","whole":9007199254740993,"fraction":0.1,"yes":true,"nothing":null,"date":"2026-08-03T00:00:00Z",
             "list":[1,"a",null,[true]],"object":{"id":1,"deep":{"names":["a","b"]}}}
            """);

        var more = user.AdditionalProperties;
        Assert.Equal(
            new object?[] { "未来", 9007199254740993L, 0.1m, true, null, "2026-08-03T00:00:00Z" },
            new[] { "text", "whole", "fraction", "yes", "nothing", "date" }.Select(n => more[n]));
        Assert.Equal(new object?[] { 1L, "a", null, new object?[] { true } }, Assert.IsType<object?[]>(more["list"]));
        var inner = Assert.IsType<Dictionary<string, object?>>(more["object"]);
        Assert.Equal(1L, inner["id"]);
        Assert.Equal(new object?[] { "a", "b" }, Assert.IsType<Dictionary<string, object?>>(inner["deep"])["names"]);
        Assert.Equal(8, more.Count);
    }

    [Fact]
    public void Where_all_is_known_nothing_is_additional() => Assert.Empty(Read<User>("{\"id\":1,\"name\":\"a\"}").AdditionalProperties);

    [Fact]
    public void Names_that_are_ours_do_not_collide_with_fields_of_the_answer()
    {
        var user = Read<User>("{\"id\":1,\"space\":\"theirs\",\"additionalProperties\":\"theirs too\",\"$type\":\"System.IO.FileInfo\",\"$ref\":\"1\",\"$id\":\"2\"}");

        Assert.Equal("mycompany.backlog.jp", user.Space);
        Assert.Equal(
            new[] { "$id", "$ref", "$type", "additionalProperties", "space" },
            user.AdditionalProperties.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"markdown\"", TextFormattingRule.Markdown)]
    [InlineData("\"backlog\"", TextFormattingRule.Backlog)]
    [InlineData("\"Markdown\"", TextFormattingRule.Markdown)]
    [InlineData("\"asciidoc\"", TextFormattingRule.Unknown)]
    [InlineData("\"\"", TextFormattingRule.Unknown)]
    [InlineData("\"1,2\"", TextFormattingRule.Unknown)]
    [InlineData("null", TextFormattingRule.Unknown)]
    [InlineData("2", TextFormattingRule.Markdown)]
    [InlineData("{\"name\":\"markdown\"}", TextFormattingRule.Unknown)]
    [InlineData("[1]", TextFormattingRule.Unknown)]
    public void An_enum_name_that_is_not_known_does_not_fail_the_answer(string json, TextFormattingRule rule)
    {
        var project = Read<Project>($"{{\"id\":1,\"textFormattingRule\":{json},\"projectKey\":\"APP\"}}");

        Assert.Equal(rule, project.TextFormattingRule);
        Assert.Equal("APP", project.ProjectKey);
    }

    [Theory]
    [InlineData("1", RoleType.Administrator, "Administrator")]
    [InlineData("6", RoleType.GuestViewer, "GuestViewer")]
    [InlineData("\"5\"", RoleType.GuestReporter, "GuestReporter")]
    [InlineData("7", (RoleType)7, "7")]
    [InlineData("null", RoleType.Unknown, "Unknown")]
    public void An_enum_number_that_is_not_known_stays_that_number(string json, RoleType role, string shown)
    {
        var user = Read<User>($"{{\"id\":1,\"roleType\":{json},\"name\":\"a\"}}");

        Assert.Equal((role, shown, "a"), (user.RoleType, user.RoleType.ToString(), user.Name));
    }

    [Fact]
    public void Null_leaves_every_property_at_its_default()
    {
        var fields = typeof(Project).GetProperties().Concat(typeof(User).GetProperties())
            .Where(p => p.DeclaringType != typeof(BacklogObject))
            .Select(p => $"\"{char.ToLowerInvariant(p.Name[0])}{p.Name.Substring(1)}\":null").Distinct();
        var json = "{" + string.Join(",", fields) + "}";

        var project = Read<Project>(json);
        var user = Read<User>(json);

        Assert.Equal((0, "", null, null), (project.Id, project.Name, project.Archived, project.UseGit));
        Assert.Equal((0, "", null, null), (user.Id, user.Name, user.LastLoginTime, user.NulabAccount));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_users_culture_does_not_change_what_is_read(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var user = Read<User>("{\"id\":1,\"lastLoginTime\":\"2026-08-03T01:02:03Z\",\"roleType\":\"2\",\"more\":1.5}");

            Assert.Equal(new DateTimeOffset(2026, 8, 3, 1, 2, 3, TimeSpan.Zero), user.LastLoginTime);
            Assert.Equal(RoleType.NormalUser, user.RoleType);
            Assert.Equal(1.5m, user.AdditionalProperties["more"]);
            Assert.Equal(TextFormattingRule.Markdown, Read<Project>("{\"id\":1,\"textFormattingRule\":\"MARKDOWN\"}").TextFormattingRule);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Settings_that_somebody_else_made_the_process_default_have_no_effect()
    {
        const string Json = "{\"id\":1,\"name\":\"a\",\"nulabAccount\":{\"nulabId\":\"x\"},\"new\":[\"2026-08-03T00:00:00Z\",null]}";
        var expected = Read<User>(Json);
        JsonConvert.DefaultSettings = () => new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.All,
            ContractResolver = new ThrowingResolver(),
            MissingMemberHandling = MissingMemberHandling.Error,
            DateParseHandling = DateParseHandling.DateTime,
            MaxDepth = 1,
            Converters = { new ThrowingConverter() },
        };
        try
        {
            var user = Read<User>(Json);

            Assert.Equal((expected.Name, expected.NulabAccount!.NulabId), (user.Name, user.NulabAccount!.NulabId));
            Assert.Equal(new object?[] { "2026-08-03T00:00:00Z", null }, user.AdditionalProperties["new"]);
        }
        finally
        {
            JsonConvert.DefaultSettings = null;
        }
    }

    private sealed class ThrowingResolver : Newtonsoft.Json.Serialization.DefaultContractResolver
    {
        public override Newtonsoft.Json.Serialization.JsonContract ResolveContract(Type type) => throw new InvalidOperationException();
    }

    private sealed class ThrowingConverter : JsonConverter
    {
        public override bool CanConvert(Type objectType) => throw new InvalidOperationException();

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
            throw new InvalidOperationException();

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new InvalidOperationException();
    }
}
