using System;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter for names of users accept users too. Each user is converted to its id, because two users may have
/// the same name.
/// </summary>
internal sealed class ObjectIdAttribute : ObjectTextAttribute
{
    internal override Type Takes => typeof(User);

    protected override string Noun => Messages.NounUser;

    // Without quotes, @me splats a variable named me.
    protected override string NullGiven => base.NullGiven + " " + CmdletMessages.ObjectHasNoneMeNext;

    protected override string? TextOf(object given) => given is User user ? Numbers.Text(user.Id) : null;
}
