namespace BacklogPS;

/// <summary>A change in a comment.</summary>
public sealed class ChangeLog : BacklogObject
{
    /// <summary>What was changed, as the API names it: <c>status</c>, <c>assigner</c>, <c>attachment</c> ...</summary>
    public string Field { get; internal set; } = "";

    /// <summary>The value before; null for none.</summary>
    public string? OriginalValue { get; internal set; }

    /// <summary>The value since; null for none.</summary>
    public string? NewValue { get; internal set; }

    /// <summary>The attachment that was added or removed; null otherwise.</summary>
    public ChangeLogAttachment? AttachmentInfo { get; internal set; }

    /// <summary>The custom field that was changed; null otherwise.</summary>
    public ChangeLogAttribute? AttributeInfo { get; internal set; }

    /// <summary>The notification that was sent; null otherwise.</summary>
    public ChangeLogNotification? NotificationInfo { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}: {OriginalValue} -> {NewValue}";
}

/// <summary>The attachment of a change.</summary>
public sealed class ChangeLogAttachment : BacklogObject
{
    /// <summary>The attachment's number.</summary>
    public long Id { get; internal set; }

    /// <summary>The attachment's name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Where it hangs, <c>issue</c>.</summary>
    public string? Type { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The custom field of a change.</summary>
public sealed class ChangeLogAttribute : BacklogObject
{
    /// <summary>The field's number.</summary>
    public long Id { get; internal set; }

    /// <summary>What the field holds.</summary>
    public CustomFieldType TypeId { get; internal set; }
}

/// <summary>The notification of a change.</summary>
public sealed class ChangeLogNotification : BacklogObject
{
    /// <summary>What it tells, <c>issue.create</c>.</summary>
    public string? Type { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Type ?? "";
}
