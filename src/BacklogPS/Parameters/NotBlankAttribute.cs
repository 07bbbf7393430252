using System;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>Refuses a blank text. Backlog would refuse it too, but only after other requests were sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotBlankAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if ((element is PSObject wrapped ? wrapped.BaseObject : element) is string text && string.IsNullOrWhiteSpace(text))
        {
            throw new ValidationMetadataException(Messages.TextBlank);
        }
    }
}
