using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>
/// Lets a parameter that takes names take users too. As a text a user is only its name, which two may share; so the id
/// stands for it.
/// </summary>
internal sealed class ObjectIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Plain(inputData) is IList list
            ? list.Cast<object?>().Select(One).ToArray()
            : One(inputData);

    private static object? One(object? value) => Plain(value) is User user ? Numbers.Text(user.Id) : value;

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
