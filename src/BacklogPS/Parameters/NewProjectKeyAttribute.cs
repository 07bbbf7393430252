using System;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Parameters;

/// <summary>Refuses invalid project keys with a readable message, because ValidatePattern would show its pattern.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NewProjectKeyAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var key = LanguagePrimitives.ConvertTo<string>(arguments) ?? "";
        if (key.Length == 0 || !key.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
        {
            throw new ValidationMetadataException(Message.Of(CmdletMessages.ProjectKeyInvalid, key));
        }
    }
}
