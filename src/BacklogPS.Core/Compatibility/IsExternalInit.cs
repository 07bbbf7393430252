namespace System.Runtime.CompilerServices;

// The compiler asks for this type behind `init`; netstandard2.0 lacks it.
internal static class IsExternalInit
{
}
