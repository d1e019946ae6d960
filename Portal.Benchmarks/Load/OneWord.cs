using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Portal.Benchmarks.Load;

/// <summary>What <see cref="EmptyPage"/> shows.</summary>
public sealed class OneWord : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "x");
}
