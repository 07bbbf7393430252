using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>Lets a parameter that takes one kind of object take it, too, when it went through a job, remoting or Clixml.</summary>
internal sealed class BacklogObjectTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PipedObject.Read(inputData) ?? inputData;
}
