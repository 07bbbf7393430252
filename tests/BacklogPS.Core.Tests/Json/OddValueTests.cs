using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using BacklogPS.Json;
using Newtonsoft.Json;
using Xunit;

namespace BacklogPS.Core.Tests.Json;

/// <summary>A value of an unexpected shape affects nothing but itself.</summary>
public class OddValueTests
{
    private static Stream Body(string json) => new MemoryStream(Encoding.UTF8.GetBytes(json));

    private static T Read<T>(string json) => new BacklogJson("mycompany.backlog.jp").ReadObject<T>(Body(json));

    private static T[] ReadAll<T>(string json) => new BacklogJson("mycompany.backlog.jp").ReadArray<T>(Body(json)).ToArray();

    [Fact]
    public void Ids_have_64_bits()
    {
        var issue = Read<Issue>("""{"id":5000000001,"projectId":5000000002,"keyId":5000000003,"issueKey":"APP-5000000003","parentIssueId":5000000004,"status":{"id":5000000005}}""");

        Assert.Equal(
            (5000000001, 5000000002, 5000000003, 5000000004, 5000000005),
            (issue.Id, issue.ProjectId, issue.KeyId, issue.ParentIssueId, issue.Status!.Id));
        Assert.Empty(issue.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"id\":\"abc\"", "id", "abc")]
    [InlineData("\"id\":1e30", "id", "1e30")]
    [InlineData("\"id\":99999999999999999999999999999999", "id", "99999999999999999999999999999999")]
    [InlineData("\"id\":true,\"keyId\":\"x\"", "keyId", "x")]
    [InlineData("\"created\":\"yesterday\"", "created", "yesterday")]
    [InlineData("\"created\":5", "created", 5L)]
    [InlineData("\"dueDate\":\"soon\"", "dueDate", "soon")]
    [InlineData("\"dueDate\":20260101", "dueDate", 20260101L)]
    [InlineData("\"estimatedHours\":\"many\"", "estimatedHours", "many")]
    [InlineData("\"estimatedHours\":1e400", "estimatedHours", "1e400")]
    [InlineData("\"status\":\"Open\"", "status", "Open")]
    [InlineData("\"status\":3", "status", 3L)]
    [InlineData("\"category\":\"Bug\"", "category", "Bug")]
    [InlineData("\"customFields\":false", "customFields", false)]
    public void What_a_property_cannot_take_is_kept_with_the_rest_of_the_object(string field, string name, object value)
    {
        var issues = ReadAll<Issue>($$"""[{"id":1,"summary":"a"},{ {{field}},"summary":"b","issueKey":"APP-2" },{"id":3,"summary":"c"}]""");

        Assert.Equal(new[] { "a", "b", "c" }, issues.Select(i => i.Summary));
        Assert.Equal(value, issues[1].AdditionalProperties[name]);
        Assert.Equal("APP", issues[1].Project);
    }

    [Fact]
    public void An_object_where_a_text_is_expected_is_kept_whole()
    {
        var issue = Read<Issue>("""{"id":1,"summary":{"text":["a",1.5]},"dueDate":["2026-01-01"],"issueKey":"APP-1"}""");

        var summary = Assert.IsType<Dictionary<string, object?>>(issue.AdditionalProperties["summary"]);
        Assert.Equal(new object?[] { "a", 1.5m }, summary["text"]);
        Assert.Equal(new object?[] { "2026-01-01" }, issue.AdditionalProperties["dueDate"]);
        Assert.Equal(("", null), (issue.Summary, issue.DueDate));
    }

    [Fact]
    public void Null_in_a_list_is_no_item()
    {
        var issue = Read<Issue>(
            """
            {"id":1,"issueKey":"APP-1","category":[null,{"id":2,"name":"a"}],"versions":[null],"milestone":[null],"sharedFiles":[null],
             "attachments":[null],"stars":[null],"customFields":[null,{"id":3,"fieldTypeId":6,"name":"f","value":[null,{"id":4,"name":"x"}]}]}
            """);

        Assert.Equal("a", Assert.Single(issue.Category).Name);
        Assert.Equal("x", Assert.Single(Assert.IsType<BacklogList<CustomFieldItem>>(Assert.Single(issue.CustomFields).Value)).Name);
        Assert.Empty(issue.Versions);
        Assert.Empty(issue.AdditionalProperties);
    }

    [Fact]
    public void Items_of_a_list_that_are_none_are_kept_beside_the_others()
    {
        var issue = Read<Issue>("""{"id":1,"issueKey":"APP-1","category":["Bug",{"id":2,"name":"a"},[3]]}""");

        Assert.Equal("a", Assert.Single(issue.Category).Name);
        var odd = Assert.IsType<object?[]>(issue.AdditionalProperties["category"]);
        Assert.Equal(new object?[] { "Bug", new object?[] { 3L } }, odd);
    }

    [Fact]
    public void An_item_of_the_answer_that_is_no_object_keeps_its_place()
    {
        var issues = ReadAll<Issue>("""[{"id":1},null,"odd",{"id":4}]""");

        Assert.Equal(new long[] { 1, 0, 0, 4 }, issues.Select(i => i.Id));
        Assert.Equal("odd", issues[2].AdditionalProperties[""]);
        Assert.Throws<JsonSerializationException>(() => ReadAll<Issue>("[1,2]"));
    }

    [Fact]
    public void A_number_of_milliseconds_is_a_time()
    {
        // Nulab's own Java client has this in its test data.
        Assert.Equal(new DateTimeOffset(2015, 7, 14, 7, 16, 39, TimeSpan.Zero), Read<PullRequest>("""{"id":1,"closeAt":1436858199000}""").CloseAt);
    }

    [Fact]
    public void A_first_day_that_is_text_is_kept()
    {
        var field = Read<CustomField>("""{"id":1,"name":"d","typeId":4,"initialDate":"2026-01-01"}""");

        Assert.Null(field.InitialDate);
        Assert.Equal("2026-01-01", field.AdditionalProperties["initialDate"]);
    }

    [Theory]
    [InlineData("\"{\\\"type\\\":\\\"doc\\\"}\"", """{"type":"doc"}""")]
    [InlineData("{\"type\":\"doc\"}", """{"type":"doc"}""")]
    [InlineData("null", null)]
    public void The_text_of_a_document_comes_as_a_string_or_as_it_is(string json, string? text)
    {
        var document = Read<Document>($$"""{"id":"a","json":{{json}},"title":"t"}""");

        Assert.Equal((text, "t"), (document.Json, document.Title));
        Assert.Equal(text, Read<DocumentComment>($$"""{"id":"a","content":{{json}} }""").Content);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    public void What_is_nested_deeply_ends_in_text(int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("[", depth)) + "1" + new string(']', depth);
        var user = Read<User>($$"""{"id":1,"new":{{nested}},"name":"a"}""");

        Assert.Equal("a", user.Name);
        var inner = user.AdditionalProperties["new"];
        var levels = 0;
        while (inner is object?[] list)
        {
            inner = Assert.Single(list);
            levels++;
        }

        Assert.Equal(nested, new string('[', levels) + Assert.IsType<string>(inner) + new string(']', levels));
    }

    [Fact]
    public void Models_in_models_end_somewhere_too()
    {
        const int Depth = 20_000;
        var json = string.Concat(Enumerable.Repeat("{\"id\":\"a\",\"replies\":[", Depth)) + string.Concat(Enumerable.Repeat("]}", Depth));

        var comment = Read<DocumentComment>(json);
        var levels = 0;
        while (comment.Replies.Count > 0)
        {
            comment = comment.Replies[0];
            levels++;
        }

        Assert.InRange(levels, 50, 1000);
        Assert.NotEmpty(comment.AdditionalProperties);
    }

    [Theory]
    [InlineData("12345678.123456789", "12345678.123456789")]
    [InlineData("0.1", "0.1")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("-7.9228162514264337593543950335", null)]
    [InlineData("1234567890.1234567890123456789", null)]
    [InlineData("1e5", "100000")]
    [InlineData("1.50", "1.50")]
    [InlineData("1e-40", null)]
    [InlineData("1e30", null)]
    [InlineData("0.12345678901234567890123456789", null)]
    [InlineData("79228162514264337593543950336", null)]
    public void A_number_keeps_all_its_digits_or_stays_text(string written, string? number)
    {
        object expected = number is null ? written : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(expected, Read<CustomFieldValue>($$"""{"id":1,"fieldTypeId":3,"name":"Cost","value":{{written}} }""").Value);
    }

    [Fact]
    public void Digits_in_text_are_no_numbers()
    {
        const string Text = "1e400 \\\" 99999999999999999999999999999999999 \\\\";
        var user = Read<User>($$"""{"id":1,"name":"{{Text}}","new":[1e400,"{{Text}}",-0.5e+400]}""");

        const string Read_ = "1e400 \" 99999999999999999999999999999999999 \\";
        Assert.Equal(Read_, user.Name);
        Assert.Equal(new object?[] { "1e400", Read_, "-0.5e+400" }, user.AdditionalProperties["new"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_number_of_millions_of_digits_is_read_as_fast_as_a_text()
    {
        var number = new string('9', 20_000_000);

        Assert.Equal(number, await Task.Run(() => Read<User>($$"""{"id":1,"new":{{number}}}""").AdditionalProperties["new"]));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_value_in_many_lists_is_written_in_a_line_of_its_own_length()
    {
        var user = Read<User>($$"""{"id":1,"new":{{new string('[', 40)}}"a, b"{{new string(']', 40)}}}""");

        Assert.InRange(await Task.Run(() => user.AdditionalProperties.ToString()!.Length), 80, 200);
    }

    [Fact]
    public void Lists_in_lists_are_joined_three_deep() =>
        Assert.Equal("a, \"b, \"\"c, [1]\"\"\"", JoinedNames.Text(new object[] { "a", new object[] { "b", new object[] { "c", new object[] { 1L } } } }));

    [Fact]
    public void Numbers_may_lie_across_the_ends_of_what_is_read_at_once()
    {
        var numbers = Enumerable.Range(0, 20_000).Select(i => i % 3 == 0 ? $"{i}.5" : i % 3 == 1 ? $"1e{400 + i}" : $"{i}").ToArray();
        var read = Read<User>($$"""{"id":1,"new":[{{string.Join(",", numbers)}}]}""").AdditionalProperties["new"];

        Assert.Equal(numbers, Assert.IsType<object?[]>(read).Select(n => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n}")));
    }

    [Theory]
    [InlineData("{\"id\":1.2.3}")]
    [InlineData("{\"id\":123456789012345678901234567890-}")]
    [InlineData("{\"id\":1,\"category\":[{\"id\":1")]
    [InlineData("{\"id\":1,\"category\":[")]
    public void What_is_no_JSON_stays_an_error(string json) => Assert.ThrowsAny<JsonException>(() => Read<Issue>(json));

    [Theory]
    [InlineData("\"asciidoc\"", "asciidoc")]
    [InlineData("4294967297", 4294967297L)]
    public void What_an_enum_does_not_know_is_kept(string json, object value)
    {
        var project = Read<Project>($$"""{"id":1,"textFormattingRule":{{json}} }""");

        Assert.Equal((TextFormattingRule.Unknown, value), (project.TextFormattingRule, project.AdditionalProperties["textFormattingRule"]));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    public void An_activity_keeps_a_content_of_another_shape(string json)
    {
        var activity = Read<Activity>($$"""{"id":1,"type":1,"content":{{json}} }""");

        Assert.Null(activity.Content);
        Assert.True(activity.AdditionalProperties.ContainsKey("content"));
    }
}
