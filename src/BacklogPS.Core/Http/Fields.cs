using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using BacklogPS.Json;
using BacklogPS.Transport;

namespace BacklogPS.Http;

/// <summary>
/// The fields of a write, in the order of the documentation: fields that are not given are left out, cleared fields are sent empty,
/// and lists are sent as <c>name[]</c>, cleared with one empty element.
/// </summary>
/// <remarks>https://developer.nulab.com/docs/backlog/ (form bodies, arrays)</remarks>
internal sealed class Fields
{
    private readonly Query form = new();

    /// <summary>Adds a value that is always sent.</summary>
    public Fields Set(string name, string value) => Add(name, new Field<string?>(value));

    /// <inheritdoc cref="Set(string, string)"/>
    public Fields Set(string name, long value) => Add(name, new Field<long?>(value));

    public Fields Add(string name, Field<string?> field) => AddText(name, field, text => text);

    /// <summary>Adds an id.</summary>
    public Fields Add(string name, long id) => Add(name, new Field<long?>(id));

    public Fields Add(string name, Field<long?> field) => AddText(name, field, number => number?.ToString(CultureInfo.InvariantCulture));

    // decimal.ToString never uses an exponent and keeps the digits as given.
    public Fields Add(string name, Field<decimal?> field) => AddText(name, field, number => number?.ToString(CultureInfo.InvariantCulture));

    public Fields Add(string name, Field<bool?> field) => AddText(name, field, flag => flag is null ? null : flag.Value ? "true" : "false");

    /// <summary>Adds a calendar day.</summary>
    public Fields Add(string name, Field<DateTime?> field) => AddText(name, field, CalendarDay.Write);

    public Fields AddAll(string name, Field<IReadOnlyList<long>?> field) =>
        AddAll(name, new Field<IReadOnlyList<string>?>(field.Value?.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList()), field.IsGiven);

    public Fields AddAll(string name, Field<IReadOnlyList<string>?> field) => AddAll(name, field, field.IsGiven);

    /// <summary>
    /// Adds a list that triggers an action rather than setting a state, such as the users to notify. An empty list is
    /// not sent.
    /// </summary>
    public Fields AddAny(string name, IReadOnlyList<long> ids) => ids.Count == 0 ? this : AddAll(name, new Field<IReadOnlyList<long>?>(ids));

    /// <summary>Adds fields whose names are specific to the space, such as <c>customField_12</c>.</summary>
    public Fields AddPairs(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        foreach (var pair in pairs)
        {
            form.Add(pair.Key, pair.Value);
        }

        return this;
    }

    /// <summary>Whether no field is given.</summary>
    public bool IsEmpty => !form.Names.Any();

    /// <summary>Whether a field of this name is given.</summary>
    public bool Has(string name) => form.Names.Contains(name);

    /// <summary>The request body; an empty form if no field is given.</summary>
    public Func<HttpContent> ToBody() => RequestBody.OfForm(form);

    private Fields AddAll(string name, Field<IReadOnlyList<string>?> field, bool isGiven)
    {
        if (!isGiven)
        {
            return this;
        }

        foreach (var value in field.Value is { Count: > 0 } values ? values : new[] { "" })
        {
            form.Add(name + "[]", value);
        }

        return this;
    }

    private Fields AddText<T>(string name, Field<T> field, Func<T, string?> write)
    {
        if (field.IsGiven)
        {
            form.Add(name, write(field.Value) ?? "");
        }

        return this;
    }
}
