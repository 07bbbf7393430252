using System;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>Refuses a blank text. Backlog would refuse it too, but only after other requests were sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotBlankAttribute : ValidateEnumeratedArgumentsAttribute
{
    protected override void ValidateElement(object element)
    {
        if (Wrapped.Bare(element) is string text && string.IsNullOrWhiteSpace(text))
        {
            throw new ValidationMetadataException(CmdletMessages.TextBlank);
        }
    }
}
