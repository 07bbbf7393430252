using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using BacklogPS.Pipeline;

namespace BacklogPS.Parameters;

/// <summary>
/// Lets a parameter for names accept the objects themselves. Each is converted to its id, so that another object with
/// the same name cannot be meant. Other values are unchanged.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ObjectNumberAttribute : ArgumentTransformationAttribute
{
    private readonly Type kind;

    /// <param name="kind">The type of the objects.</param>
    public ObjectNumberAttribute(Type kind) => this.kind = kind;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData as IList) is { } many
            ? many.Cast<object?>().Select(One).ToArray()
            : One(inputData);

    private object? One(object? given) => PipedObject.Read(given) is { } known && known.GetType() == kind
        ? Numbers.Text(known switch
        {
            Status status => status.Id,
            IssueType type => type.Id,
            Category category => category.Id,
            Milestone milestone => milestone.Id,
            _ => throw new InvalidOperationException(kind.Name),
        })
        : given;
}
