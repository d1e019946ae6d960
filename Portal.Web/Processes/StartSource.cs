using System.Text.Json.Nodes;

namespace Portal.Web.Processes;

/// <summary>What a case is started from, an item of a plan for instance.</summary>
/// <param name="Known">The first form as the source has it; null where the source may not be seen or is no longer open.</param>
/// <param name="Problem">Says so, in that case.</param>
public sealed record StartSource(JsonObject? Known, ScreenPart? Problem = null);
