namespace BacklogPS;

/// <summary>A change in a comment.</summary>
public sealed class ChangeLog : BacklogObject
{
    /// <summary>The name of the changed field in the API: <c>status</c>, <c>assigner</c>, <c>attachment</c> ...</summary>
    public string Field { get; internal set; } = "";

    /// <summary>The previous value; null for none.</summary>
    public string? OriginalValue { get; internal set; }

    /// <summary>The new value; null for none.</summary>
    public string? NewValue { get; internal set; }

    /// <summary>The attachment that was added or removed; null otherwise.</summary>
    public ChangeLogAttachment? AttachmentInfo { get; internal set; }

    /// <summary>The custom field that was changed; null otherwise.</summary>
    public ChangeLogAttribute? AttributeInfo { get; internal set; }

    /// <summary>The notification that was sent; null otherwise.</summary>
    public ChangeLogNotification? NotificationInfo { get; internal set; }

    /// <summary>
    /// The change in one line. The field has the name of the issue's property, and a hyphen means no value.
    /// </summary>
    public override string ToString()
    {
        var (before, since) = (Text(OriginalValue), Text(NewValue ?? (NotificationInfo ?? (object?)AttachmentInfo)?.ToString()));
        return before is null && since is null ? Label : before is null ? $"{Label}: {since}" : $"{Label}: {before} -> {since ?? "-"}";
    }

    private string Label => AttributeInfo is not null ? Field : Field switch
    {
        "assigner" => nameof(Issue.Assignee),
        "component" => nameof(Issue.Category),
        "limitDate" => nameof(Issue.DueDate),
        "version" => nameof(Issue.Versions),
        "" => "",
        _ => char.ToUpperInvariant(Field[0]) + Field.Substring(1),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}

/// <summary>The attachment of a change.</summary>
public sealed class ChangeLogAttachment : BacklogObject
{
    /// <summary>The attachment's id.</summary>
    public long Id { get; internal set; }

    /// <summary>The attachment's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>What the file is attached to, <c>issue</c>.</summary>
    public string? Type { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The custom field of a change.</summary>
public sealed class ChangeLogAttribute : BacklogObject
{
    /// <summary>The field's id.</summary>
    public long Id { get; internal set; }

    /// <summary>The type of the field.</summary>
    public CustomFieldType TypeId { get; internal set; }
}

/// <summary>The notification of a change.</summary>
public sealed class ChangeLogNotification : BacklogObject
{
    /// <summary>The kind of notification, <c>issue.create</c>.</summary>
    public string? Type { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Type ?? "";
}
