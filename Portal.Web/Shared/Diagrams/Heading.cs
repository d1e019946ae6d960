namespace Portal.Web.Shared.Diagrams;

/// <summary>The direction in which a line runs.</summary>
internal enum Heading
{
    Right,
    Down,
    Left,
    Up,
}
