namespace Portal.Domain.Areas;

public enum LineageKind
{
    Merge,
    Split,
    Rename,
    Reorganize,
}
