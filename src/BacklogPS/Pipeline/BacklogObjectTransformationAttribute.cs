using System.Management.Automation;

namespace BacklogPS.Pipeline;

/// <summary>Lets a parameter for one kind of object also accept such an object after a job, remoting or Clixml.</summary>
internal sealed class BacklogObjectTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => PipedObject.Read(inputData) ?? inputData;
}
