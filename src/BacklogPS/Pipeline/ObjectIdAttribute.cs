namespace BacklogPS.Pipeline;

/// <summary>
/// Lets a parameter that takes users' names take users too. As a text a user is only its name, which two may share; so
/// the id stands for it.
/// </summary>
internal sealed class ObjectIdAttribute : ObjectTextAttribute
{
    protected override string Noun => Messages.NounUser;

    protected override string? TextOf(object given) => given is User user ? Numbers.Text(user.Id) : null;
}
