using System;
using System.Collections.Generic;
using System.Linq;
using BacklogPS.SpaceSimulator.Api;
using BacklogPS.SpaceSimulator.Data;

namespace BacklogPS.SpaceSimulator.Endpoints;

/// <summary>The definitions of custom fields and their list items.</summary>
internal static class CustomFieldEndpoints
{
    private static readonly string[] Common = ["name", "applicableIssueTypes[]", "description", "required"];
    private static readonly string[] OfNumbers = ["min", "max", "initialValue", "unit"];
    private static readonly string[] OfDates = ["min", "max", "initialValueType", "initialDate", "initialShift"];
    private static readonly string[] OfLists = ["items[]", "allowInput", "allowAddItem"];

    public static void Map(ApiRoutes routes)
    {
        const string fields = "projects/{projectIdOrKey}/customFields";
        string[] all = [.. Common, .. OfNumbers, .. OfDates, .. OfLists];
        routes.Post(fields, Add, [.. all, "typeId"]);
        routes.Patch(fields + "/{id}", Update, all);
        routes.Delete(fields + "/{id}", Delete);
        routes.Post(fields + "/{id}/items", AddItem, "name");
        routes.Patch(fields + "/{id}/items/{itemId}", UpdateItem, "name");
        routes.Delete(fields + "/{id}/items/{itemId}", DeleteItem);
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var project = Administered(call);
        var parameters = call.Parameters;
        var typeId = parameters.RequiredNumber("typeId");
        if (typeId is < 1 or > 8)
        {
            throw Parameters.Wrong("typeId");
        }

        parameters.RequiredText("name");
        var limit = call.Data.Licence.AttributeLimit;
        if (limit > 0 && project.CustomFields.Count >= limit)
        {
            throw ApiException.TooMany("Too many custom fields.");
        }

        var field = new CustomField { Id = call.Data.NextId("customField"), ProjectId = project.Id, TypeId = (int)typeId, Name = "", DisplayOrder = SpaceData.OrderOfNew };
        if (typeId >= 5)
        {
            (field.Items, field.AllowAddItem, field.AllowInput) = ([], false, false);
        }

        Read(call, project, field).Apply();
        project.CustomFields.Add(field);
        foreach (var issue in project.Issues.Where(i => field.AppliesTo(i.IssueType)))
        {
            issue.CustomFields = [.. issue.CustomFields, CustomFieldWriter.Empty(field)];
        }

        call.Data.IssueChanged();
        return ApiAnswer.Ok(field);
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var project = Administered(call);
        var field = Field(call, project);
        Read(call, project, field).Apply();
        foreach (var value in project.Issues.SelectMany(i => i.CustomFields).Where(v => v.Id == field.Id))
        {
            value.Name = field.Name;
        }

        call.Data.IssueChanged();
        return ApiAnswer.Ok(field);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var project = Administered(call);
        var field = Field(call, project);
        project.CustomFields.Remove(field);
        foreach (var issue in project.Issues)
        {
            issue.CustomFields = issue.CustomFields.Where(v => v.Id != field.Id).ToArray();
        }

        call.Data.IssueChanged();
        return ApiAnswer.Ok(field);
    }

    private static ApiAnswer AddItem(ApiCall call)
    {
        var project = call.Project();
        var field = Field(call, project);
        if (field.AllowAddItem != true || call.User.RoleType > 2)
        {
            call.RequireAdmin();
        }

        var items = field.Items ?? throw ApiException.Invalid("The custom field is not a list.");
        items.Add(NewItem(call, items, call.Parameters.RequiredText("name")));
        return ApiAnswer.Ok(field);
    }

    private static ApiAnswer UpdateItem(ApiCall call)
    {
        var project = Administered(call);
        var field = Field(call, project);
        var item = Item(call, field);
        var name = call.Parameters.RequiredText("name");
        if (field.Items!.Exists(i => i != item && i.Name == name))
        {
            throw ApiException.Taken(name);
        }

        var renamed = item with { Name = name };
        field.Items[field.Items.IndexOf(item)] = renamed;
        Replace(call, project, field);
        return ApiAnswer.Ok(field);
    }

    private static ApiAnswer DeleteItem(ApiCall call)
    {
        var project = Administered(call);
        var field = Field(call, project);
        field.Items!.Remove(Item(call, field));
        Replace(call, project, field);
        return ApiAnswer.Ok(field);
    }

    private static Project Administered(ApiCall call)
    {
        var project = call.AdministeredProject();
        return call.Data.Licence.Attribute ? project : throw ApiException.NotInPlan("current plan is not customField available.");
    }

    private static CustomField Field(ApiCall call, Project project)
    {
        var id = call.RouteId("id", "customField");
        return project.CustomFields.Find(f => f.Id == id) ?? throw ApiException.Missing("customField");
    }

    private static CustomFieldItem Item(ApiCall call, CustomField field)
    {
        var id = call.RouteId("itemId", "item");
        return field.Items?.Find(i => i.Id == id) ?? throw ApiException.Missing("item");
    }

    private static CustomFieldItem NewItem(ApiCall call, List<CustomFieldItem> items, string name) =>
        name.Length == 0 ? throw Parameters.Wrong("items[]")
        : items.Exists(i => i.Name == name) ? throw ApiException.Taken(name)
        : new CustomFieldItem(call.Data.NextId("item"), name, items.Count == 0 ? 0 : items.Max(i => i.DisplayOrder) + 1);

    /// <summary>Updates the issues to the current items: applies new names and drops removed items.</summary>
    private static void Replace(ApiCall call, Project project, CustomField field)
    {
        CustomFieldItem? Now(CustomFieldItem item) => field.Items!.Find(i => i.Id == item.Id);

        foreach (var value in project.Issues.SelectMany(i => i.CustomFields).Where(v => v.Id == field.Id))
        {
            value.Value = value.Value switch
            {
                CustomFieldItem item => Now(item),
                IEnumerable<CustomFieldItem> items => items.Select(Now).OfType<CustomFieldItem>().ToArray(),
                var other => other,
            };
        }

        call.Data.IssueChanged();
    }

    private static Changes Read(ApiCall call, Project project, CustomField field)
    {
        var parameters = call.Parameters;
        string[] ofType = field.TypeId switch { 1 or 2 => [], 3 => OfNumbers, 4 => OfDates, _ => OfLists };
        if (parameters.Names.FirstOrDefault(n => n != "typeId" && !Common.Contains(n) && !ofType.Contains(n)) is { } foreign)
        {
            throw ApiException.Invalid($"error.unknownParameter : {foreign}");
        }

        var changes = new Changes(parameters);
        changes.SetText("name", name => field.Name = name);
        if (parameters.Text("name") is { } taken && project.CustomFields.Exists(f => f != field && f.Name == taken))
        {
            throw ApiException.Taken(taken);
        }

        changes.Set("description", () => parameters.Text("description") ?? "", text => field.Description = text);
        changes.SetFlag("required", required => field.Required = required);
        changes.Set("applicableIssueTypes[]", () => parameters.Numbers("applicableIssueTypes[]").Select(id => IssueWriter.IssueTypeOf(project, id).Id).Distinct().ToArray(), types =>
        {
            // An empty list means all issue types.
            (field.UseIssueType, field.ApplicableIssueTypes) = (types.Length > 0, types);
        });
        if (field.TypeId == 3)
        {
            changes.Set("min", () => (object?)parameters.Decimal("min"), min => field.Min = min);
            changes.Set("max", () => (object?)parameters.Decimal("max"), max => field.Max = max);
            changes.Set("initialValue", () => parameters.Decimal("initialValue"), value => field.InitialValue = value);
            changes.Set("unit", () => parameters.Text("unit"), unit => field.Unit = unit);
        }
        else if (field.TypeId == 4)
        {
            changes.Set("min", () => (object?)parameters.Day("min"), min => field.Min = min);
            changes.Set("max", () => (object?)parameters.Day("max"), max => field.Max = max);
            ReadInitialDate(parameters, field, changes);
        }
        else if (field.TypeId >= 5)
        {
            changes.SetFlag("allowInput", allow => field.AllowInput = allow);
            changes.SetFlag("allowAddItem", allow => field.AllowAddItem = allow);
            changes.Set("items[]", () => Items(call, field), items =>
            {
                field.Items = items;
                Replace(call, project, field);
            });
        }

        return changes;
    }

    /// <summary>The complete new list. An item that keeps its name keeps its id.</summary>
    private static List<CustomFieldItem> Items(ApiCall call, CustomField field)
    {
        var items = new List<CustomFieldItem>();
        foreach (var name in call.Parameters.Texts("items[]").Where(n => n.Length > 0))
        {
            var item = NewItem(call, items, name);
            items.Add(field.Items?.Find(i => i.Name == name) is { } old ? old with { DisplayOrder = item.DisplayOrder } : item);
        }

        return items;
    }

    private static void ReadInitialDate(Parameters parameters, CustomField field, Changes changes)
    {
        var shift = (int?)parameters.Number("initialShift");
        var day = parameters.Day("initialDate");
        changes.Set<InitialDate?>(
            "initialValueType",
            () => parameters.Number("initialValueType") switch
            {
                null => null,
                1 => new InitialDate(1, null, null),
                2 => new InitialDate(2, shift ?? throw ApiException.Invalid("error.required : initialShift"), null),
                3 => new InitialDate(3, null, day ?? throw ApiException.Invalid("error.required : initialDate")),
                _ => throw Parameters.Wrong("initialValueType"),
            },
            initial => field.InitialDate = initial);
    }
}
