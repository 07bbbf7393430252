using System;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter that takes users' names take users too. As a text a user is only its name, which two may share; so
/// the id stands for it.
/// </summary>
internal sealed class ObjectIdAttribute : ObjectTextAttribute
{
    internal override Type Takes => typeof(User);

    protected override string Noun => Messages.NounUser;

    // @me without quotation marks means the elements of a variable named me.
    protected override string NullGiven => base.NullGiven + " " + Messages.ObjectHasNoneMeNext;

    protected override string? TextOf(object given) => given is User user ? Numbers.Text(user.Id) : null;
}
