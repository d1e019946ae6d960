namespace Portal.Web.Operations;

public enum TaskSort
{
    Due,
    Newest,
    Oldest,
}
