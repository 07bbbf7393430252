using Newtonsoft.Json.Serialization;

namespace BacklogPS.Json;

/// <summary>Sets a property, and keeps values that do not fit it on the object.</summary>
internal sealed class MemberValueProvider : IValueProvider
{
    private readonly IValueProvider property;
    private readonly string name;

    public MemberValueProvider(IValueProvider property, string name)
    {
        this.property = property;
        this.name = name;
    }

    public object? GetValue(object target) => property.GetValue(target);

    public void SetValue(object target, object? value)
    {
        if (value is not Unread unread)
        {
            property.SetValue(target, value);
            return;
        }

        ((BacklogObject)target).AddAdditional(name, unread.Value);
        if (unread.Rest is not null)
        {
            property.SetValue(target, unread.Rest);
        }
    }
}
