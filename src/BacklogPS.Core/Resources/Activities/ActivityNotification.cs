namespace BacklogPS;

/// <summary>Somebody who was notified of an activity.</summary>
public sealed class ActivityNotification : BacklogObject
{
    /// <summary>The number the API knows the notification by.</summary>
    public long Id { get; internal set; }

    /// <summary>Whether the user has seen the notification.</summary>
    public bool AlreadyRead { get; internal set; }

    /// <summary>Why the user was notified.</summary>
    public NotificationReason Reason { get; internal set; }

    /// <summary>Who was notified.</summary>
    public User? User { get; internal set; }

    /// <summary>Whether the user has seen what it is about.</summary>
    public bool ResourceAlreadyRead { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => User?.Name ?? "";
}
