using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>Applies the customField_ parameters of a request to an issue.</summary>
internal static partial class CustomFieldWriter
{
    public static string NameOf(long id) => string.Create(CultureInfo.InvariantCulture, $"customField_{id}");

    /// <summary>Whether issues of a type have the field.</summary>
    public static bool AppliesTo(this CustomField field, IssueType type) => !field.UseIssueType || field.ApplicableIssueTypes.Contains(type.Id);

    public static CustomFieldValue Empty(CustomField field) => new()
    {
        Id = field.Id,
        FieldTypeId = field.TypeId,
        Name = field.Name,
        Value = IsMultiple(field) ? Array.Empty<CustomFieldItem>() : null,
    };

    public static void Read(Parameters parameters, Issue issue, IssueType type, Changes changes)
    {
        RefuseUnknown(parameters, issue.Project);
        foreach (var field in issue.Project.CustomFields.Where(f => f.AppliesTo(type)))
        {
            var sent = Sent(parameters, field);
            var value = sent.Count > 0 ? Parse(field, sent) : null;
            var other = parameters.Text(NameOf(field.Id) + "_otherValue");
            changes.Add(() =>
            {
                var target = issue.CustomFields.FirstOrDefault(v => v.Id == field.Id);
                if (target is null)
                {
                    target = Empty(field);
                    issue.CustomFields = issue.CustomFields.Append(target).OrderBy(v => v.Id).ToArray();
                }

                target.Value = sent.Count > 0 ? value : target.Value;
                target.OtherValue = other switch { null => target.OtherValue, "" => null, _ => other };
            });
        }
    }

    /// <summary>Requires a value for every required field of a new issue.</summary>
    public static void RequireValues(Parameters parameters, Issue issue)
    {
        var missing = issue.Project.CustomFields.Find(f => f.Required && f.AppliesTo(issue.IssueType) && Sent(parameters, f).All(v => v.Length == 0));
        if (missing is not null)
        {
            throw ApiException.Invalid($"error.required : {NameOf(missing.Id)}");
        }
    }

    public static string? Describe(CustomFieldValue value)
    {
        var text = value.Value switch
        {
            null => null,
            CustomFieldItem item => item.Name,
            IEnumerable<CustomFieldItem> items => string.Join(", ", items.Select(i => i.Name)),
            var plain => Convert.ToString(plain, CultureInfo.InvariantCulture),
        };
        return value.OtherValue is null ? text : $"{text} ({value.OtherValue})";
    }

    /// <summary>
    /// Only the bare name, an index or _otherValue are accepted. Unlike everywhere else, empty brackets are not.
    /// </summary>
    private static void RefuseUnknown(Parameters parameters, Project project)
    {
        foreach (var name in parameters.Names.Where(n => n.StartsWith("customField_", StringComparison.Ordinal)))
        {
            var match = Form().Match(name);
            var field = match.Success ? project.CustomFields.Find(f => NameOf(f.Id) == match.Groups["field"].Value) : null;
            if (field is null || (match.Groups["index"].Success && field.TypeId < 5) || (match.Groups["other"].Success && field.AllowInput != true))
            {
                throw ApiException.Invalid($"error.unknownParameter : {name}");
            }
        }
    }

    private static List<string> Sent(Parameters parameters, CustomField field)
    {
        var name = NameOf(field.Id);
        return parameters.Names
            .Where(n => n == name || (n.StartsWith(name + "[", StringComparison.Ordinal) && n.EndsWith(']')))
            .SelectMany(parameters.Texts)
            .ToList();
    }

    private static object? Parse(CustomField field, List<string> sent)
    {
        // Parse the values as strictly as for every other field.
        var name = NameOf(field.Id);
        var given = new Parameters(sent.Select(value => new QueryPair(name, value)).ToList());
        switch (field.TypeId)
        {
            case 1 or 2:
                return given.Text(name) is { Length: > 0 } text ? text : null;
            case 3:
                var number = given.Decimal(name);
                return number < (field.Min as decimal?) || number > (field.Max as decimal?) ? throw Parameters.Wrong(name) : number;
            case 4:
                var day = given.Day(name);
                return day < (field.Min as DateTime?) || day > (field.Max as DateTime?)
                    ? throw Parameters.Wrong(name)
                    : day?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            default:
                var items = given.Numbers(name).Select(id => field.Items?.Find(i => i.Id == id) ?? throw Parameters.Wrong(name)).Distinct().ToArray();
                return IsMultiple(field) ? items : items.Length <= 1 ? items.FirstOrDefault() : throw Parameters.Wrong(name);
        }
    }

    private static bool IsMultiple(CustomField field) => field.TypeId is 6 or 7;

    [GeneratedRegex(@"^(?<field>customField_\d+)((?<index>\[\d+\])|(?<other>_otherValue))?$")]
    private static partial Regex Form();
}
